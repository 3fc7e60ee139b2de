package dev.natsfleet.agent.node;

import dev.natsfleet.agent.node.OrderWork.Step;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import org.jspecify.annotations.Nullable;

/** Carries out the operator's orders, one at a time. */
final class Orders {

  private Orders() {}

  /** After a heartbeat brought the newest order. */
  static Node given(View view, @Nullable Order order) {
    Node node = view.node();
    if (order == null || !node.order().begins(order) || node.departure().leaving()) {
      return node;
    }
    Node begun = node.with(node.order().begin(order));
    return switch (order) {
      case Order.Drain drain -> drain(view.with(begun), drain);
      case Order.ApplySettings apply -> begun;
      case Order.Unknown unknown -> begun.with(begun.order().refuse(unknown(unknown, view)));
    };
  }

  private static String unknown(Order.Unknown order, View view) {
    return "unknown order kind '" + order.kind() + "'; agent version " + view.self().agent();
  }

  private static Node drain(View view, Order.Drain drain) {
    return view.node().with(Learning.depart(view, Departure.Reason.ORDER, drain.reason()));
  }

  /** After the settings that an order asks for were read. */
  static Node read(View view, NodeSettings settings) {
    Node node = view.node();
    Configuration configuration = node.configuration();
    String version = node.server().seen().version();
    if (!version.isEmpty() && !version.equals(settings.version())) {
      String why = "nats-server " + settings.version() + " is wanted, this image has " + version;
      return node.with(node.order().refuse(why));
    }
    OrderWork work = node.order().with(settings, configuration.wanted());
    NodeSettings runs = configuration.runs();
    return view.up() && runs != null && view.reloadable(runs, settings)
        ? node.with(work.to(Step.RELOAD)).with(configuration.want(settings))
        : node.with(work.to(Step.CHECK));
  }

  /** After the text that needs a restart was found valid. */
  static Node checked(View view) {
    Node node = view.node();
    NodeSettings settings = node.order().settings();
    return settings == null
        ? node
        : node.with(node.order().to(view.up() ? Step.STOP : Step.START))
            .with(node.configuration().want(settings));
  }

  /** After the new settings did not work: back to those before. */
  static Node undo(Node node, String why) {
    NodeSettings before = node.order().before();
    Node refused = node.with(node.order().refuse(why));
    return before == null ? refused : refused.with(node.configuration().want(before));
  }

  /** Ends an order whose aim is reached. */
  static Node conclude(View view) {
    Node node = view.node();
    boolean done =
        switch (node.order().step()) {
          case NONE, READ, CHECK, STOP -> false;
          case RELOAD -> view.up() && inUse(view);
          case START -> view.answered();
          case DRAIN -> view.is(NodeState.STOPPED);
        };
    return done ? node.with(node.order().done()) : node;
  }

  private static boolean inUse(View view) {
    NodeSettings wanted = view.node().configuration().wanted();
    return wanted != null && view.text(wanted).equals(view.node().configuration().applied());
  }
}
