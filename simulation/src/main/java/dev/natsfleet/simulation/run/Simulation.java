package dev.natsfleet.simulation.run;

import dev.natsfleet.simulation.check.RecoveryCheck;
import dev.natsfleet.simulation.check.Rule;
import dev.natsfleet.simulation.check.Violation;
import dev.natsfleet.simulation.check.WorldChecks;
import dev.natsfleet.simulation.fault.Fault;
import dev.natsfleet.simulation.story.Story;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Makes one run: the faults of a story, then the time in which the cluster has to come back. */
public final class Simulation {

  private final SimulatedWorld world;
  private final WorldChecks checks;
  private final Story story;
  private final Set<Rule> tolerated;

  private Simulation(Story story, Set<Rule> tolerated) {
    this.story = story;
    this.tolerated = tolerated;
    this.world = new SimulatedWorld(story.seed(), story.spec());
    this.checks = new WorldChecks(world, tolerated);
  }

  /**
   * Runs a story to its end, or to the first violation.
   *
   * @param tolerated rules whose violations do not end it
   */
  public static SimulationResult run(Story story, Set<Rule> tolerated) {
    return new Simulation(story, tolerated).run();
  }

  private SimulationResult run() {
    story.faults().forEach(this::schedule);
    world.start();
    world.clock().advance(Duration.ofSeconds(story.end()));
    new RecoveryCheck(world).await().ifPresent(this::reportUnlessStopped);
    return new SimulationResult(
        story, checks.violations(), failure(), world.clock().nanos(), world.log());
  }

  private void reportUnlessStopped(String problem) {
    if (!world.clock().isStopped()) {
      boolean gone = world.kubernetes().object().isEmpty();
      checks.report(gone ? Rule.SOMETHING_LEFT_BEHIND : Rule.NOT_READY_IN_TIME, problem);
    }
  }

  private Optional<Violation> failure() {
    return checks.violations().stream().filter(v -> !tolerated.contains(v.rule())).findFirst();
  }

  private void schedule(Fault fault) {
    world.clock().after(Duration.ofSeconds(fault.at()), () -> begin(fault));
  }

  private void begin(Fault fault) {
    world.log().add("FAULT", fault.sentence());
    Runnable end = fault.begin(world);
    if (fault.seconds() > 0) {
      world
          .clock()
          .after(
              Duration.ofSeconds(fault.seconds()),
              () -> {
                world.log().add("FAULT", "no longer: " + fault.sentence());
                end.run();
              });
    }
  }
}
