package dev.natsfleet.logs.program.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of a program, made once where it starts and handed to whatever measures or dates
 * something.
 *
 * @param wall dates what people and other programs read; it may jump
 * @param monotonic nanoseconds that never run back, for waits and intervals
 */
public record ProgramClock(InstantSource wall, LongSupplier monotonic) {

  /** The clocks of this machine. */
  public static ProgramClock system() {
    return new ProgramClock(InstantSource.system(), System::nanoTime);
  }

  /** Nanoseconds of the monotonic clock; only differences mean something. */
  public long nanos() {
    return monotonic.getAsLong();
  }

  /** The time of day. */
  public Instant instant() {
    return wall.instant();
  }
}
