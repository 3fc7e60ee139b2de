package dev.natsfleet.simulation.check;

import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.simulation.world.SimulatedWorld;
import dev.natsfleet.simulation.world.WorldObserver;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Invariant 15: what the status says is what was observed, with its age. */
final class StatusCheck implements WorldObserver {

  /** 30 s until a row is silent, 75 s until a dead link is seen, a pass, and stale answers. */
  private static final Duration UNNOTICED = Duration.ofSeconds(150);

  private final SimulatedWorld world;
  private final BiConsumer<Rule, String> report;
  private final WholenessHistory history;
  private boolean couldWrite;
  private long toldAt;

  StatusCheck(SimulatedWorld world, WholenessHistory history, BiConsumer<Rule, String> report) {
    this.world = world;
    this.history = history;
    this.report = report;
  }

  @Override
  public void passEnded(String operator, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed && !isAboutStatus(failed)) {
      report.accept(Rule.INTERNAL_ERROR, operator + ": " + failed.why().message());
    }
    lookForSomebodysService();
    GroundTruth truth = history.look();
    Duration broken = history.sinceLinked();
    boolean writable = StatusWrites.areAllowed(world) && couldWrite;
    couldWrite = StatusWrites.areAllowed(world);
    if (showsReady() && writable && broken.compareTo(UNNOTICED) > 0) {
      report.accept(
          Rule.READY_WITHOUT_NODES,
          "the status says Ready, %d of %d nodes serve, and have not been whole for %d s"
              .formatted(truth.serving().size(), truth.desired(), broken.toSeconds()));
    }
  }

  /**
   * A status that cannot be written ends a pass; the open story status-refused-for-good shows it.
   */
  private static boolean isAboutStatus(Outcome.Failed failed) {
    return failed.why().message().contains("ClusterStatus.patch");
  }

  private void lookForSomebodysService() {
    long now = world.clock().nanos();
    boolean untold =
        world.kubernetes().isServiceForeign()
            && StatusWrites.areAllowed(world)
            && shows("Stalled", "False")
            && shows("Degraded", "False")
            && !world.kubernetes().lastObject().deleting();
    toldAt = untold ? toldAt : now;
    if (now - toldAt > UNNOTICED.toNanos()) {
      report.accept(
          Rule.FOREIGN_SERVICE_UNTOLD,
          "the Service of the cluster's name is somebody's own, and the status does not say so");
    }
  }

  private boolean shows(String condition, String status) {
    return world
        .kubernetes()
        .condition(condition)
        .filter(now -> now.status().equals(status))
        .isPresent();
  }

  private boolean showsReady() {
    long generation = world.kubernetes().lastObject().generation();
    return world
        .kubernetes()
        .condition("Ready")
        .filter(ready -> ready.status().equals("True") && ready.observedGeneration() == generation)
        .isPresent();
  }
}
