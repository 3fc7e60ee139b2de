package dev.natsfleet.agent.node;

import dev.natsfleet.agent.route.Rows;
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
final class Routine {

  private static final Duration TICK = Duration.ofMillis(100);

  private final Life life = Life.serving();
  private final Map<Call, Integer> counts = new EnumMap<>(Call.class);
  private Optional<NodeState> peer = Optional.empty();
  private long beats;
  private String[] links = {};

  Routine() {
    life.tell(new Signal.RowsRead(rows()));
    answer();
    life.tell(Life.written(Call.BEAT, null));
    answer();
  }

  /** From now on there is a live peer in this state, and these links. */
  Routine see(NodeState state, String... linked) {
    peer = Optional.of(state);
    links = linked;
    return this;
  }

  /** Lets time pass; what was counted before is forgotten. */
  Routine run(Duration time) {
    counts.clear();
    for (long tick = 0; tick < time.dividedBy(TICK); tick++) {
      life.after(TICK);
      answer();
    }
    return this;
  }

  /** How often it made a call in the last run. */
  int count(Call call) {
    return counts.getOrDefault(call, 0);
  }

  private List<NodeRow> rows() {
    return peer.<NodeRow>map(state -> Rows.row("10.0.0.2", state, ++beats)).stream().toList();
  }

  private void answer() {
    Deque<Action> open = new ArrayDeque<>(life.actions());
    while (!open.isEmpty()) {
      Action action = open.remove();
      counts.merge(action.call(), 1, Integer::sum);
      life.tell(answer(action));
      open.addAll(life.actions());
    }
  }

  private Signal answer(Action action) {
    return switch (action) {
      case Action.WriteRow write -> Life.written(write.call(), null);
      case Action.Remember remember -> new Signal.Remembered(remember.memory());
      default -> answer(action.call());
    };
  }

  private Signal answer(Call call) {
    return switch (call) {
      case ROWS -> new Signal.RowsRead(rows());
      case MONITOR -> Life.linked(links);
      case NOTICES -> Life.notice("InService", false, false);
      default -> new Signal.Done(call);
    };
  }
}
