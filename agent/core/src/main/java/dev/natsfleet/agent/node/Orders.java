package dev.natsfleet.agent.node;

import dev.natsfleet.agent.node.OrderProgress.OrderStep;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import org.jspecify.annotations.Nullable;

/** Carries out the operator's orders, one at a time. */
final class Orders {

  private static final String UNANSWERED =
      "nats-server was started with these settings, and its monitor did not answer for %d s"
          .formatted(ServerState.Up.FIRST_ANSWER.toSeconds());

  /** Each may take a minute. */
  private static final int RELOAD_TRIES = 3;

  private Orders() {}

  /** Begins the order that a heartbeat brought, unless it was carried out before. */
  static Node receive(NodeView view, @Nullable Order order) {
    Node node = view.node();
    if (order == null || node.leave().isLeaving() || !canBegin(view, order)) {
      return node;
    }
    Node begun = node.with(node.order().begin(order));
    return switch (order) {
      case Order.Drain drain -> drain(view.with(begun), drain);
      case Order.ApplySettings apply -> begun;
      case Order.Unknown unknown -> begun.with(begun.order().refuse(unknown(unknown, view)));
    };
  }

  private static boolean canBegin(NodeView view, Order order) {
    OrderProgress now = view.node().order();
    return now.canBegin(order)
        || isUndone(view, order)
        || (now.isSupersededBy(order) && (view.isUp() || !now.isAt(OrderStep.START)));
  }

  /**
   * Whether settings that an order brought are not wanted any more: the machine was booted before
   * they were proven, and started with those before.
   */
  private static boolean isUndone(NodeView view, Order order) {
    OrderProgress now = view.node().order();
    NodeSettings wanted = view.node().config().wanted();
    return now.isDone(order)
        && order instanceof Order.ApplySettings apply
        && wanted != null
        && !wanted.revision().equals(apply.revision());
  }

  private static String unknown(Order.Unknown order, NodeView view) {
    return "unknown order kind '" + order.kind() + "'; agent version " + view.context().agent();
  }

  private static Node drain(NodeView view, Order.Drain drain) {
    return view.node()
        .with(SignalReducer.strengthen(view, LeaveIntent.LeaveReason.ORDER, drain.reason()));
  }

  /** Decides how the settings of an order are applied: by reload or by restart. */
  static Node judgeSettings(NodeView view, NodeSettings settings) {
    Node node = view.node();
    AppliedConfig appliedConfig = node.config();
    String version = node.server().seen().version();
    if (!version.isEmpty() && !version.equals(settings.version())) {
      String why = "nats-server " + settings.version() + " is wanted, this image has " + version;
      return node.with(node.order().refuse(why));
    }
    OrderProgress work = node.order().with(settings, appliedConfig.wanted());
    NodeSettings runs = appliedConfig.runs();
    return canReload(view) && runs != null && view.isReloadable(runs, settings)
        ? node.with(work.to(OrderStep.RELOAD))
            .with(appliedConfig.want(settings))
            .with(node.schedule().forgetFailures(ActionKind.RELOAD))
        : node.with(work.to(OrderStep.CHECK));
  }

  /** A server that does not answer cannot prove that it has reloaded anything. */
  private static boolean canReload(NodeView view) {
    return view.hasMonitorAnswer()
        && !view.isIn(NodeState.DEGRADED)
        && !view.isIn(NodeState.FAILED);
  }

  /** A server that leaves one reload after the other unanswered is restarted. */
  static Node reloadFailed(NodeView view) {
    Node node = view.node();
    boolean hopeless = node.schedule().failures(ActionKind.RELOAD) + 1 >= RELOAD_TRIES;
    return node.order().isAt(OrderStep.RELOAD) && hopeless
        ? node.with(node.order().to(OrderStep.CHECK))
        : node;
  }

  /**
   * Goes on with a restart after the configuration was found valid. A server that is being started
   * meanwhile, with the settings before, is started once more: its answer would prove nothing.
   */
  static Node proceed(NodeView view) {
    Node node = view.node();
    NodeSettings settings = node.order().settings();
    boolean starts = view.isUp() || node.schedule().isUnderWay(ActionKind.START);
    return settings == null
        ? node
        : node.with(node.order().to(starts ? OrderStep.STOP : OrderStep.START))
            .with(node.config().want(settings));
  }

  /**
   * Whether a refused configuration is that of the order: a node that cannot start goes on trying
   * with its old settings while it reads those of the order.
   */
  static boolean isAbout(NodeView view, Signal.Refused refused) {
    return switch (view.node().order().step()) {
      case CHECK -> refused.actionKind() == ActionKind.CHECK;
      case RELOAD -> refused.actionKind() == ActionKind.RELOAD && isWanted(view, refused.config());
      case STOP, START ->
          refused.actionKind() == ActionKind.START && isWanted(view, refused.config());
      case NONE, READ, DRAIN -> false;
    };
  }

  private static boolean isWanted(NodeView view, String config) {
    NodeSettings wanted = view.node().config().wanted();
    return wanted != null && view.text(wanted).equals(config);
  }

  /** Refuses an order whose settings did not work, and returns to those before. */
  static Node revert(Node node, String why) {
    NodeSettings before = node.order().before();
    Node refused = node.with(node.order().refuse(why));
    return before == null ? refused : refused.with(node.config().want(before));
  }

  /**
   * After a crash: an order that was reported as done is refused after all, if nats-server ends for
   * the second time in the first minute with its settings.
   */
  static Node judgeCrash(Node node, String why, long now) {
    OrderProgress.Probation probation = node.order().probation();
    return probation != null && probation.isFailed(node.crashes(), now)
        ? node.with(node.order().fail(why)).with(node.config().want(probation.before()))
        : node;
  }

  /** Ends an order that is carried out. */
  static Node conclude(NodeView view) {
    Node node = view.node();
    boolean done =
        switch (node.order().step()) {
          case NONE, READ, CHECK, STOP -> false;
          case RELOAD -> view.isUp() && isInUse(view);
          case START -> view.hasMonitorAnswer();
          case DRAIN -> view.isIn(NodeState.STOPPED);
        };
    if (done) {
      return node.with(
          node.order().isAt(OrderProgress.OrderStep.START)
              ? node.order().finishOnProbation(view.now())
              : node.order().finish());
    }
    return node.order().isAt(OrderStep.START) && view.isUnheard() ? giveUp(view) : node;
  }

  /** Returns to the settings before, which takes another restart; without any it stays as it is. */
  private static Node giveUp(NodeView view) {
    Node node = view.node();
    NodeSettings before = node.order().before();
    return before == null || before.equals(node.order().settings())
        ? node.with(node.order().refuse(UNANSWERED))
        : node.with(node.order().goBack(before, UNANSWERED)).with(node.config().want(before));
  }

  private static boolean isInUse(NodeView view) {
    NodeSettings wanted = view.node().config().wanted();
    return wanted != null && view.text(wanted).equals(view.node().config().applied());
  }
}
