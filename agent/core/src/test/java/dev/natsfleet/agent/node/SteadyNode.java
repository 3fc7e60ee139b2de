package dev.natsfleet.agent.node;

import dev.natsfleet.agent.route.SampleNodeRows;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A serving node whose calls are all answered at once, and counted. */
final class SteadyNode {

  private static final Duration TICK = Duration.ofMillis(100);

  private final NodeFixture fixture = NodeFixture.serving();
  private final Map<ActionKind, Integer> counts = new EnumMap<>(ActionKind.class);
  private Optional<NodeState> peer = Optional.empty();
  private long beats;
  private String[] links = {};

  SteadyNode() {
    fixture.signal(new Signal.RowsRead(rows()));
    answer();
    fixture.signal(NodeFixture.written(ActionKind.BEAT, null));
    answer();
  }

  /** From now on there is a live peer in this state, and these links. */
  SteadyNode see(NodeState state, String... linked) {
    peer = Optional.of(state);
    links = linked;
    return this;
  }

  /** Lets time pass; what was counted before is forgotten. */
  SteadyNode run(Duration time) {
    counts.clear();
    for (long tick = 0; tick < time.dividedBy(TICK); tick++) {
      fixture.after(TICK);
      answer();
    }
    return this;
  }

  /** How often it made a call in the last run. */
  int count(ActionKind actionKind) {
    return counts.getOrDefault(actionKind, 0);
  }

  private List<NodeRow> rows() {
    return peer.<NodeRow>map(state -> SampleNodeRows.row("10.0.0.2", state, ++beats)).stream()
        .toList();
  }

  private void answer() {
    Deque<Action> open = new ArrayDeque<>(fixture.actions());
    while (!open.isEmpty()) {
      Action action = open.remove();
      counts.merge(action.actionKind(), 1, Integer::sum);
      fixture.signal(answer(action));
      open.addAll(fixture.actions());
    }
  }

  private Signal answer(Action action) {
    return switch (action) {
      case Action.WriteRow write -> NodeFixture.written(write.actionKind(), null);
      case Action.Remember remember -> new Signal.Remembered(remember.persistedState());
      default -> answer(action.actionKind());
    };
  }

  private Signal answer(ActionKind actionKind) {
    return switch (actionKind) {
      case ROWS -> new Signal.RowsRead(rows());
      case MONITOR -> NodeFixture.linked(links);
      case NOTICES -> NodeFixture.notice("InService", false, false);
      default -> new Signal.Done(actionKind);
    };
  }
}
