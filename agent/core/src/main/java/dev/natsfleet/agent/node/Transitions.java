package dev.natsfleet.agent.node;

import static dev.natsfleet.agent.node.RuleCondition.when;
import static dev.natsfleet.agent.node.Transition.line;
import static dev.natsfleet.registry.NodeState.BOOTING;
import static dev.natsfleet.registry.NodeState.CORDONED;
import static dev.natsfleet.registry.NodeState.DEGRADED;
import static dev.natsfleet.registry.NodeState.DRAINING;
import static dev.natsfleet.registry.NodeState.FAILED;
import static dev.natsfleet.registry.NodeState.JOINED;
import static dev.natsfleet.registry.NodeState.LEFT;
import static dev.natsfleet.registry.NodeState.REGISTERED;
import static dev.natsfleet.registry.NodeState.SERVING;
import static dev.natsfleet.registry.NodeState.STARTING;
import static dev.natsfleet.registry.NodeState.STOPPED;

import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The transitions of a node. The first line whose state and condition hold is taken, and the table
 * is read again until none does. {@code docs/reference/node-transitions.md} prints it.
 */
final class Transitions {

  private static final long REPAIR_LIMIT = Duration.ofMinutes(15).toNanos();

  /** So often the removal of the row is tried before the node goes without it. */
  private static final int LEAVE_TRIES = 5;

  private static final Set<NodeState> PRESENT =
      EnumSet.complementOf(EnumSet.of(DRAINING, STOPPED, LEFT));

  private static final RuleCondition SERVER_DOWN =
      when("nats-server does not run, and no order restarts it", Transitions::hasCrashed);

  private static final List<Transition> TABLE =
      List.of(
          new Transition(
              PRESENT,
              when(
                  "the node has to leave: an order to drain, a host that goes down, a terminate"
                      + " hook or a Spot notice",
                  view -> view.node().leave().isLeaving()),
              DRAINING,
              "a reason to leave outranks everything else, so this line stands first"),
          line(
              BOOTING,
              when(
                  "its row is written, and settings and peers are known (from disk if the registry"
                      + " does not answer)",
                  Transitions::isRegistered),
              REGISTERED,
              "a node writes its row before it reads the others: of two that boot together, at"
                  + " least one sees the other"),
          new Transition(
              EnumSet.of(BOOTING, REGISTERED),
              when("nats-server runs", NodeView::isUp),
              STARTING,
              "a server that runs is used, whatever the registry says"),
          line(
              REGISTERED,
              when("nats-server could not be started", view -> view.isFailing(ActionKind.START)),
              DEGRADED,
              "the start is tried again, and the report says why it failed"),
          new Transition(
              EnumSet.of(STARTING, JOINED, SERVING),
              SERVER_DOWN,
              DEGRADED,
              "a crash is repaired here, by a restart, before anybody replaces the node"),
          new Transition(
              EnumSet.of(STARTING, JOINED, SERVING, CORDONED),
              when(
                  "nats-server has answered neither its monitor nor a client for 15 s",
                  NodeView::isMute),
              DEGRADED,
              "clients should go elsewhere; after a minute the server is ended and started again"),
          line(
              STARTING,
              when(
                  "nats-server was started, and its monitor has not answered for five minutes",
                  NodeView::isUnheard),
              DEGRADED,
              "the server is ended and started again; a start has an end"),
          new Transition(
              EnumSet.of(STARTING, SERVING),
              when(
                  "nats-server has had no route for a minute, while most peers are linked to one"
                      + " another",
                  NodeView::isIsolated),
              DEGRADED,
              "its clients are on an island; the server is started again"),
          line(
              STARTING,
              when(
                  "the monitor answered, the rows were read, and every peer that is waited for is"
                      + " linked",
                  NodeView::isJoined),
              JOINED,
              "a node that is not linked would be an island for its clients"),
          line(
              JOINED,
              when("the launch hook is completed", view -> view.isFinished(ActionKind.LAUNCH_HOOK)),
              SERVING,
              "the group counts the instance from now on"),
          line(
              SERVING,
              when(
                  "EC2 recommends to rebalance, the instance is on standby, or an order restarts"
                      + " nats-server",
                  NodeView::isCordoned),
              CORDONED,
              "the server goes on, but new work should go elsewhere"),
          line(
              CORDONED,
              SERVER_DOWN,
              DEGRADED,
              "as in the other states in which nats-server should run"),
          line(
              CORDONED,
              when(
                  "nats-server runs, and neither a hint nor a restart is left",
                  view -> view.isUp() && !view.isCordoned()),
              STARTING,
              "after a restart the links are proven again before the node serves"),
          new Transition(
              EnumSet.of(DEGRADED, FAILED),
              when(
                  "nats-server runs and answers, has no sign of being isolated, and crashed at most"
                      + " five times in the last ten minutes",
                  Transitions::hasRecovered),
              STARTING,
              "what repairs itself is not replaced"),
          line(
              DEGRADED,
              when("it has been DEGRADED for 15 minutes", Transitions::isBeyondRepair),
              FAILED,
              "the node asks to be replaced, and goes on trying until it is"),
          line(
              DRAINING,
              when("nats-server has ended, and no start is under way", Transitions::hasStopped),
              STOPPED,
              "a start that is under way is waited for: its server has to be ended, too"),
          line(
              STOPPED,
              when(
                  "the node leaves for good, and its row is removed or could not be removed five"
                      + " times",
                  Transitions::hasLeft),
              LEFT,
              "after an order to drain the node waits as STOPPED until the group ends it"));

  private Transitions() {}

  /** The lines, in the order in which they are tried. */
  static List<Transition> table() {
    return TABLE;
  }

  /** The node in the state that its knowledge asks for. */
  static Node next(NodeView view) {
    Optional<Transition> first = TABLE.stream().filter(line -> line.canFollow(view)).findFirst();
    return first.map(line -> next(view.with(line.apply(view)))).orElse(view.node());
  }

  private static boolean isRegistered(NodeView view) {
    return view.node().row().registered() && view.hasSettings() && view.hasPeers();
  }

  private static boolean hasStopped(NodeView view) {
    return view.isDown() && !view.node().schedule().isUnderWay(ActionKind.START);
  }

  private static boolean hasCrashed(NodeView view) {
    return view.isDown() && !view.node().order().isRestarting();
  }

  private static boolean hasRecovered(NodeView view) {
    return view.hasMonitorAnswer()
        && !view.isMute()
        && !view.isSuspectedAlone()
        && !view.node().crashes().hasManyRecent(view.now());
  }

  private static boolean isBeyondRepair(NodeView view) {
    return view.now() - view.node().life().since() > REPAIR_LIMIT;
  }

  private static boolean hasLeft(NodeView view) {
    return view.node().leave().isFinal()
        && (view.isFinished(ActionKind.LEAVE)
            || view.node().schedule().failures(ActionKind.LEAVE) >= LEAVE_TRIES);
  }
}
