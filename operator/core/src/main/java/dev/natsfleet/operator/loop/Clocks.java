package dev.natsfleet.operator.loop;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of an operator.
 *
 * @param nanos monotonic, for ages
 * @param wall for people
 */
public record Clocks(LongSupplier nanos, InstantSource wall) {

  /** The clocks of the machine. */
  public static Clocks ofTheMachine() {
    return new Clocks(System::nanoTime, InstantSource.system());
  }
}
