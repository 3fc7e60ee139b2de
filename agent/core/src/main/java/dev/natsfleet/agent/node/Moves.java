package dev.natsfleet.agent.node;

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
import java.util.function.Predicate;

/** The transitions of a node: the first line whose state and condition hold is taken. */
final class Moves {

  private static final long GIVE_UP = Duration.ofMinutes(15).toNanos();

  /** So often a row that cannot be removed is tried before the node goes without. */
  private static final int LEAVE_TRIES = 5;

  private static final Set<NodeState> ALIVE =
      EnumSet.complementOf(EnumSet.of(DRAINING, STOPPED, LEFT));

  private static final List<Line> TABLE =
      List.of(
          line(ALIVE, view -> view.node().departure().leaving(), DRAINING),
          line(BOOTING, Moves::introduced, REGISTERED),
          line(EnumSet.of(BOOTING, REGISTERED), View::up, STARTING),
          line(REGISTERED, view -> view.failing(Call.START), DEGRADED),
          line(EnumSet.of(STARTING, JOINED, SERVING), Moves::crashed, DEGRADED),
          line(STARTING, View::joined, JOINED),
          line(JOINED, view -> view.finished(Call.LAUNCH_HOOK), SERVING),
          line(SERVING, View::cordoned, CORDONED),
          line(CORDONED, Moves::crashed, DEGRADED),
          line(CORDONED, view -> view.up() && !view.cordoned(), STARTING),
          line(EnumSet.of(DEGRADED, FAILED), Moves::recovered, STARTING),
          line(DEGRADED, Moves::hopeless, FAILED),
          line(DRAINING, Moves::ended, STOPPED),
          line(STOPPED, Moves::gone, LEFT));

  private Moves() {}

  /** The node in the state that its knowledge asks for. */
  static Node settle(View view) {
    Optional<Line> line = TABLE.stream().filter(one -> one.holds(view)).findFirst();
    return line.map(one -> settle(view.with(one.move(view)))).orElse(view.node());
  }

  private static boolean introduced(View view) {
    return view.node().membership().registered() && view.settingsKnown() && view.peersKnown();
  }

  /** A start that is under way is waited for: its server has to be ended too. */
  private static boolean ended(View view) {
    return view.down() && !view.node().agenda().underWay(Call.START);
  }

  private static boolean crashed(View view) {
    return view.down() && !view.node().order().restarting();
  }

  private static boolean recovered(View view) {
    return view.up() && !view.node().crashes().many(view.now());
  }

  private static boolean hopeless(View view) {
    return view.now() - view.node().life().since() > GIVE_UP;
  }

  private static boolean gone(View view) {
    return view.node().departure().forGood()
        && (view.finished(Call.LEAVE) || view.node().agenda().failures(Call.LEAVE) >= LEAVE_TRIES);
  }

  private static Line line(NodeState from, Predicate<View> when, NodeState to) {
    return new Line(EnumSet.of(from), when, to);
  }

  private static Line line(Set<NodeState> from, Predicate<View> when, NodeState to) {
    return new Line(from, when, to);
  }

  private record Line(Set<NodeState> from, Predicate<View> when, NodeState to) {

    boolean holds(View view) {
      return from.contains(view.node().state()) && when.test(view);
    }

    Node move(View view) {
      Node node = view.node();
      String trouble = to == SERVING ? "" : node.life().trouble();
      return node.with(new Node.Life(to, view.now(), trouble));
    }
  }
}
