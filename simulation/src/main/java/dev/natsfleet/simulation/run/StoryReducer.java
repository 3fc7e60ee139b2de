package dev.natsfleet.simulation.run;

import dev.natsfleet.simulation.check.Rule;
import dev.natsfleet.simulation.check.Violation;
import dev.natsfleet.simulation.fault.Fault;
import dev.natsfleet.simulation.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a failing story short: drops faults, shortens them and takes nodes away as long as the same
 * rule is broken (delta debugging).
 */
public final class StoryReducer {

  private static final int SHORTEST_SECONDS = 5;

  private final Rule rule;
  private final Set<Rule> tolerated;

  /**
   * A reducer of stories that break one rule.
   *
   * @param tolerated as in the run that failed
   */
  public StoryReducer(Rule rule, Set<Rule> tolerated) {
    this.rule = rule;
    this.tolerated = tolerated;
  }

  /** The shortest story that this one comes down to. */
  public Story reduce(Story failing) {
    Story now = failing;
    Story next = step(now);
    while (!next.equals(now)) {
      now = next;
      next = step(now);
    }
    return now;
  }

  /** The first simpler story that still fails, or the same. */
  private Story step(Story now) {
    return simpler(now).filter(this::isFailing).findFirst().orElse(now);
  }

  private boolean isFailing(Story story) {
    return Simulation.run(story, tolerated).failure().map(Violation::rule).stream()
        .anyMatch(rule::equals);
  }

  private static Stream<Story> simpler(Story story) {
    return Stream.of(without(story), shorter(story), smaller(story)).flatMap(s -> s);
  }

  private static Stream<Story> without(Story story) {
    return story.faults().stream()
        .map(
            fault -> {
              List<Fault> others = new ArrayList<>(story.faults());
              others.remove(fault);
              return story.with(others);
            });
  }

  private static Stream<Story> shorter(Story story) {
    return story.faults().stream()
        .filter(fault -> fault.seconds() / 2 >= SHORTEST_SECONDS)
        .map(
            fault -> {
              List<Fault> others = new ArrayList<>(story.faults());
              others.remove(fault);
              others.add(new Fault(fault.at(), fault.sentence(), fault.seconds() / 2));
              return story.with(others);
            });
  }

  private static Stream<Story> smaller(Story story) {
    return story.nodes() > 1 ? Stream.of(story.withNodes(story.nodes() - 1)) : Stream.of();
  }
}
