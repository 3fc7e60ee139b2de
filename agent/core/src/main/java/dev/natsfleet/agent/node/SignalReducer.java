package dev.natsfleet.agent.node;

import dev.natsfleet.agent.node.OrderProgress.OrderStep;
import dev.natsfleet.agent.route.Mesh;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.Set;

/** Folds a signal into what a node knows. */
final class SignalReducer {

  private static final Duration SPOT_BUDGET = Duration.ofSeconds(100);

  private SignalReducer() {}

  static Node reduce(NodeView view, Signal signal) {
    Node node = view.node();
    return switch (signal) {
      case Signal.Tick tick -> node;
      case Signal.Exited exited -> exited(view, exited.why());
      case Signal.Failed failed -> failed(view, failed);
      case Signal.Finished finished -> node;
      case Signal.NotWaiting notWaiting -> node;
      case Signal.Done done -> done(view, done.actionKind());
      case Signal.SettingsRead read -> settings(view, read.settings());
      case Signal.SettingsMissing missing -> missing(node, missing.revision());
      case Signal.RowWritten written ->
          Orders.receive(
              view.with(node.with(node.row().withRegistered(true))), written.row().order());
      case Signal.Superseded lost ->
          node.with(
              lost.by() == null ? node.row().withRegistered(false) : node.row().withSuperseded());
      case Signal.RowsRead read -> mesh(view, node.mesh().observe(read.rows(), view.now()));
      case Signal.Accepted accepted -> accepted(view, accepted);
      case Signal.Refused refused -> refused(view, refused);
      case Signal.MonitorRead read -> monitored(view, read.seen());
      case Signal.Mute mute -> mute(view);
      case Signal.Probed probed -> node.with(node.mesh().withRefused(probed.refused()));
      case Signal.Noticed noticed -> noticed(view, noticed);
      case Signal.Remembered remembered -> node.with(remembered.persistedState());
    };
  }

  /** The stronger of two reasons to leave, with the time by which nats-server has to end. */
  static LeaveIntent strengthen(NodeView view, LeaveIntent.LeaveReason reason, String why) {
    Duration budget = reason == LeaveIntent.LeaveReason.SPOT ? SPOT_BUDGET : view.lameDuckLimit();
    LeaveIntent next = new LeaveIntent(reason, why, view.now() + budget.toNanos());
    LeaveIntent before = view.node().leave();
    return before.reason() == reason ? before : before.strongest(next);
  }

  private static Node exited(NodeView view, String why) {
    Node node = view.node();
    // a server without clients may end before the lame-duck request is answered
    boolean asked =
        node.server() instanceof ServerState.Ending
            || node.schedule().isUnderWay(ActionKind.LAME_DUCK);
    String complaint = node.server().complaint();
    Node down = node.with(new ServerState.Down()).with(node.mesh().withLinks(Set.of()));
    if (asked) {
      OrderStep next = node.order().isAt(OrderStep.STOP) ? OrderStep.START : node.order().step();
      return down.with(node.order().to(next));
    }
    Node crashed =
        down.with(node.crashes().add(view.now()))
            .withProblem(complaint.isEmpty() ? why : complaint);
    return node.order().isAt(OrderStep.START)
        ? Orders.revert(crashed, why)
        : Orders.judgeCrash(crashed, why, view.now());
  }

  private static Node failed(NodeView view, Signal.Failed failed) {
    Node node = view.node();
    return switch (failed.actionKind()) {
      // until the hook is completed, nobody else can say why the node is not in service
      case START, LAUNCH_HOOK -> node.withProblem(failed.why());
      case ROWS -> node.with(node.mesh().withFailedRead());
      case RELOAD -> Orders.reloadFailed(view);
      case MONITOR ->
          node.server() instanceof ServerState.Up up
              ? node.with(isStarted(view) ? up.greeted() : up.greeted().silent(view.now()))
              : node;
      default -> node;
    };
  }

  private static Node done(NodeView view, ActionKind actionKind) {
    Node node = view.node();
    return actionKind == ActionKind.LAME_DUCK && view.isUp()
        ? node.with(new ServerState.Ending(view.now(), node.server().seen()))
        : node;
  }

  private static Node settings(NodeView view, NodeSettings settings) {
    Node node = view.node();
    if (node.order().isAt(OrderStep.READ) && node.order().asksFor(settings.revision())) {
      return Orders.judgeSettings(view, settings).withProblem("");
    }
    AppliedConfig wanted = node.config().want(settings);
    boolean unknown = view.isUp() && wanted.runs() == null;
    return node.with(unknown ? wanted.apply(wanted.applied()) : wanted);
  }

  /** Who asks for settings stores them, and again if somebody deletes them: they are awaited. */
  private static Node missing(Node node, String revision) {
    return node.withProblem("there are no settings " + revision);
  }

  private static Node mesh(NodeView view, Mesh mesh) {
    return view.node().with(mesh.withRoutes(view.routes().choose(mesh)));
  }

  private static Node accepted(NodeView view, Signal.Accepted accepted) {
    Node node = view.node();
    return switch (accepted.actionKind()) {
      case CHECK -> Orders.proceed(view);
      case START ->
          node.with(ServerState.Up.started()).with(node.config().apply(accepted.config()));
      default -> node.with(node.config().apply(accepted.config())).withProblem("");
    };
  }

  private static Node refused(NodeView view, Signal.Refused refused) {
    Node node = view.node();
    Node known = node.with(node.config().refuse(refused.config())).withProblem(refused.why());
    return Orders.isAbout(view, refused)
        ? Orders.revert(known, refused.why()).withProblem("")
        : known;
  }

  private static Node monitored(NodeView view, ServerState.Seen seen) {
    Node node = view.node();
    Node linked = node.with(node.mesh().withLinks(seen.linked()));
    return switch (node.server()) {
      case ServerState.Down down -> node;
      case ServerState.Up up -> {
        boolean alone = view.with(linked).isAlone();
        boolean unknown =
            view.isIn(NodeState.DEGRADED)
                && seen.linked().isEmpty()
                && view.isFailing(ActionKind.ROWS);
        ServerState.Up heard = up.heard(seen);
        yield linked.with(unknown ? heard : heard.linked(alone, view.now()));
      }
      case ServerState.Ending ending -> linked.with(new ServerState.Ending(ending.since(), seen));
    };
  }

  /**
   * A server that has never answered is still starting: with much data that takes its time. One
   * that an agent finds in service has answered an earlier agent.
   */
  private static Node mute(NodeView view) {
    Node node = view.node();
    if (node.server() instanceof ServerState.Up up) {
      boolean served = up.last() != null || hasServed(view);
      return node.with(served ? up.mute(view.now()) : up.silent(view.now()));
    }
    return node;
  }

  /** A server that was adopted serves; only one that is being started owes its first answer. */
  private static boolean isStarted(NodeView view) {
    return hasServed(view) && !view.node().order().isAt(OrderStep.START);
  }

  private static boolean hasServed(NodeView view) {
    return view.isIn(NodeState.SERVING) || view.isIn(NodeState.CORDONED);
  }

  private static Node noticed(NodeView view, Signal.Noticed noticed) {
    Node node = view.node();
    boolean hint = noticed.rebalance() || noticed.targetState().equals("Standby");
    if (noticed.spot()) {
      return node.with(
          strengthen(view, LeaveIntent.LeaveReason.SPOT, "Spot takes the instance back"));
    } else if (noticed.targetState().equals("Terminated")) {
      return node.with(
          strengthen(view, LeaveIntent.LeaveReason.HOOK, "the group terminates the instance"));
    } else if (noticed.host()) {
      return node.with(strengthen(view, LeaveIntent.LeaveReason.HOST, "the host goes down"));
    } else if (hint && !node.leave().isLeaving()) {
      return node.with(hint(noticed));
    }
    boolean over = node.leave().reason() == LeaveIntent.LeaveReason.HINT;
    return over ? node.with(LeaveIntent.NONE) : node;
  }

  private static LeaveIntent hint(Signal.Noticed noticed) {
    String why = noticed.rebalance() ? "EC2 recommends to rebalance" : "the instance is on standby";
    return new LeaveIntent(LeaveIntent.LeaveReason.HINT, why, Long.MAX_VALUE);
  }
}
