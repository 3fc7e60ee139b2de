package dev.natsfleet.simulation.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The wall clock of one machine, which can jump; the monotonic clock beside it does not. */
public final class WallClock implements InstantSource {

  private final VirtualClock clock;
  private Duration error = Duration.ZERO;

  /** A wall clock that is right. */
  public WallClock(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(error);
  }

  /** Moves it forwards or backwards. */
  public void jump(Duration by) {
    error = error.plus(by);
  }
}
