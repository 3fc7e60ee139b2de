package dev.natsfleet.simulation.check;

import dev.natsfleet.simulation.world.SimulatedWorld;
import java.time.Duration;

/** For how long a cluster has not been what it should be. */
final class WholenessHistory {

  private static final Duration INTERVAL = Duration.ofSeconds(3);

  private final SimulatedWorld world;
  private long completeAt;
  private long linkedAt;
  private long brokenAt;
  private long surplusAt = Long.MIN_VALUE / 2;

  /** Looks at the world again and again from now on. */
  WholenessHistory(SimulatedWorld world) {
    this.world = world;
    world.clock().every(INTERVAL, this::look);
  }

  /** Looks at the world now. */
  GroundTruth look() {
    GroundTruth truth = GroundTruth.of(world);
    long now = world.clock().nanos();
    completeAt = truth.serving().size() >= truth.desired() ? now : completeAt;
    surplusAt = truth.serving().size() > truth.desired() ? now : surplusAt;
    boolean whole = truth.isWhole(world);
    linkedAt = whole ? now : linkedAt;
    brokenAt = whole ? brokenAt : now;
    return truth;
  }

  /** Whether as many nodes as declared have served, each linked to each, for so long. */
  boolean hasBeenWholeFor(Duration time) {
    return world.clock().nanos() - brokenAt > time.toNanos();
  }

  /** For how long fewer nodes than declared have served. */
  Duration sinceComplete() {
    return Duration.ofNanos(world.clock().nanos() - completeAt);
  }

  /** How long ago more nodes than declared have served. */
  Duration sinceSurplus() {
    return Duration.ofNanos(world.clock().nanos() - surplusAt);
  }

  /** For how long that has been so, or they have not all been linked. */
  Duration sinceLinked() {
    return Duration.ofNanos(world.clock().nanos() - linkedAt);
  }
}
