package dev.natsfleet.operator.loop;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.Events.Notice;
import dev.natsfleet.operator.world.Deaths;
import dev.natsfleet.operator.world.Machine;
import dev.natsfleet.operator.world.Operators;
import dev.natsfleet.operator.world.World;
import java.util.List;
import java.util.Objects;

/** A world with one operator in it that nobody kills. */
final class Story {

  final World world = new World();
  final Deaths writes = new Deaths(0, false);
  final Operators operator = new Operators(world, writes);

  /** A world in which this wish has come true. */
  static Story settled(Wish wish) {
    Story story = new Story();
    story.operator.settle(wish);
    return story;
  }

  /** Passes and seconds in turn; the fewest that served at the end of a second. */
  int live(Wish wish, int seconds) {
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < seconds; i++) {
      operator.pass(wish);
      world.tick();
      fewest = Math.min(fewest, world.serving().size());
    }
    return fewest;
  }

  Outcome pass(Wish wish) {
    return Objects.requireNonNull(operator.pass(wish));
  }

  Machine machine(int number) {
    return world.machine("i-%03d".formatted(number));
  }

  List<String> serving() {
    return world.serving().stream().map(Machine::id).toList();
  }

  List<String> told(String reason) {
    return world.events.stream()
        .filter(notice -> notice.reason().equals(reason))
        .map(Notice::message)
        .toList();
  }

  static Condition condition(Outcome outcome, String type) {
    return outcome.status().conditions().stream()
        .filter(c -> c.type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
