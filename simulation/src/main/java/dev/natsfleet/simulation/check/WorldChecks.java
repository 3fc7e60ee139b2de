package dev.natsfleet.simulation.check;

import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Watches a world. The first violation of a rule that is not tolerated stops it. */
public final class WorldChecks {

  private final SimulatedWorld world;
  private final Set<Rule> tolerated;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * Begins to check a world.
   *
   * @param tolerated rules whose violations are noted and stop nothing
   */
  public WorldChecks(SimulatedWorld world, Set<Rule> tolerated) {
    this.world = world;
    this.tolerated = tolerated;
    BiConsumer<Rule, String> report = this::report;
    WholenessHistory history = new WholenessHistory(world);
    List.of(
            new TerminationCheck(world, history, report),
            new RetirementCheck(world, report),
            new RouteCheck(world, report),
            new EndpointCheck(world, history, report),
            new HookCheck(world, report),
            new SettingsCheck(world, report),
            new StatusCheck(world, history, report))
        .forEach(world::addObserver);
  }

  /** Notes a violation. */
  public void report(Rule rule, String what) {
    Violation violation = new Violation(rule, world.clock().nanos(), what);
    violations.add(violation);
    world.log().add("CHECK", rule + ": " + what);
    if (!tolerated.contains(rule)) {
      world.clock().stop();
    }
  }

  /** All violations so far, in their order. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }
}
