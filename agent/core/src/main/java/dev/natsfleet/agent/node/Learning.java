package dev.natsfleet.agent.node;

import dev.natsfleet.agent.node.OrderWork.Step;
import dev.natsfleet.agent.route.Mesh;
import dev.natsfleet.registry.NodeSettings;
import java.time.Duration;
import java.util.Set;

/** Folds a signal into what a node knows. */
final class Learning {

  private static final Duration SPOT_BUDGET = Duration.ofSeconds(100);

  /** Longer than lame duck takes by its own clock: it adds one second, and rounds. */
  private static final Duration LAME_DUCK_MARGIN = Duration.ofSeconds(15);

  private static final int LAME_DUCK_SECONDS = 120;

  private Learning() {}

  static Node learn(View view, Signal signal) {
    Node node = view.node();
    return switch (signal) {
      case Signal.Tick tick -> node;
      case Signal.Exited exited -> exited(view, exited.why());
      case Signal.Failed failed -> failed(node, failed);
      case Signal.Finished finished -> node;
      case Signal.Done done -> done(view, done.call());
      case Signal.SettingsRead read -> settings(view, read.settings());
      case Signal.SettingsMissing missing -> missing(node, missing.revision());
      case Signal.RowWritten written ->
          Orders.given(view.with(node.with(node.membership().held(true))), written.row().order());
      case Signal.Superseded lost ->
          node.with(lost.by() == null ? node.membership().held(false) : node.membership().lost());
      case Signal.RowsRead read -> mesh(view, node.mesh().observe(read.rows(), view.now()));
      case Signal.Accepted accepted -> accepted(view, accepted);
      case Signal.Refused refused -> refused(node, refused);
      case Signal.MonitorRead read -> monitored(node, read.seen());
      case Signal.Probed probed -> node.with(node.mesh().probed(probed.refused()));
      case Signal.Noticed noticed -> noticed(view, noticed);
      case Signal.Remembered remembered -> node.with(remembered.memory());
    };
  }

  /** A stronger reason to go, and by when nats-server has to have ended. */
  static Departure depart(View view, Departure.Reason reason, String why) {
    NodeSettings settings = view.node().configuration().runs();
    int seconds = settings == null ? LAME_DUCK_SECONDS : settings.server().lameDuckSeconds();
    Duration budget =
        reason == Departure.Reason.SPOT
            ? SPOT_BUDGET
            : Duration.ofSeconds(seconds).plus(LAME_DUCK_MARGIN);
    Departure next = new Departure(reason, why, view.now() + budget.toNanos());
    Departure before = view.node().departure();
    return before.reason() == reason ? before : before.or(next);
  }

  private static Node exited(View view, String why) {
    Node node = view.node();
    // without clients it may end before the request for it is answered
    boolean asked =
        node.server() instanceof Server.Ending || node.agenda().underWay(Call.LAME_DUCK);
    Node down = node.with(new Server.Down()).with(node.mesh().linked(Set.of()));
    if (asked) {
      Step next = node.order().at(Step.STOP) ? Step.START : node.order().step();
      return down.with(node.order().to(next));
    }
    Node crashed = down.with(node.crashes().add(view.now())).trouble(why);
    return node.order().at(Step.START) ? Orders.undo(crashed, why) : crashed;
  }

  private static Node failed(Node node, Signal.Failed failed) {
    return switch (failed.call()) {
      case START -> node.trouble(failed.why());
      case ROWS -> node.with(node.mesh().blinded());
      default -> node;
    };
  }

  private static Node done(View view, Call call) {
    Node node = view.node();
    return call == Call.LAME_DUCK && view.up()
        ? node.with(new Server.Ending(view.now(), node.server().seen()))
        : node;
  }

  private static Node settings(View view, NodeSettings settings) {
    Node node = view.node();
    if (node.order().at(Step.READ)) {
      return Orders.read(view, settings);
    }
    Configuration wanted = node.configuration().want(settings);
    boolean unknown = view.up() && wanted.runs() == null;
    return node.with(unknown ? wanted.apply(wanted.applied()) : wanted);
  }

  private static Node missing(Node node, String revision) {
    String why = "there are no settings " + revision;
    return node.order().at(Step.READ) ? node.with(node.order().refuse(why)) : node.trouble(why);
  }

  private static Node mesh(View view, Mesh mesh) {
    return view.node().with(mesh.routed(view.routes().choose(mesh)));
  }

  private static Node accepted(View view, Signal.Accepted accepted) {
    Node node = view.node();
    return switch (accepted.call()) {
      case CHECK -> Orders.checked(view);
      case START ->
          node.with(new Server.Up(null)).with(node.configuration().apply(accepted.config()));
      default -> node.with(node.configuration().apply(accepted.config())).trouble("");
    };
  }

  private static Node refused(Node node, Signal.Refused refused) {
    Node known = node.with(node.configuration().refuse(refused.config())).trouble(refused.why());
    return node.order().at(Step.NONE) ? known : Orders.undo(known, refused.why()).trouble("");
  }

  private static Node monitored(Node node, Server.Seen seen) {
    Node linked = node.with(node.mesh().linked(seen.linked()));
    return switch (node.server()) {
      case Server.Down down -> node;
      case Server.Up up -> linked.with(new Server.Up(seen));
      case Server.Ending ending -> linked.with(new Server.Ending(ending.since(), seen));
    };
  }

  private static Node noticed(View view, Signal.Noticed noticed) {
    Node node = view.node();
    boolean hint = noticed.rebalance() || noticed.targetState().equals("Standby");
    if (noticed.spot()) {
      return node.with(depart(view, Departure.Reason.SPOT, "Spot takes the instance back"));
    } else if (noticed.targetState().equals("Terminated")) {
      return node.with(depart(view, Departure.Reason.HOOK, "the group terminates the instance"));
    } else if (noticed.host()) {
      return node.with(depart(view, Departure.Reason.HOST, "the host goes down"));
    } else if (hint && !node.departure().leaving()) {
      return node.with(hint(noticed));
    }
    boolean over = node.departure().reason() == Departure.Reason.HINT;
    return over ? node.with(Departure.NONE) : node;
  }

  private static Departure hint(Signal.Noticed noticed) {
    String why = noticed.rebalance() ? "EC2 recommends to rebalance" : "the instance is on standby";
    return new Departure(Departure.Reason.HINT, why, Long.MAX_VALUE);
  }
}
