package dev.natsfleet.operator.reconcile;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of the operator.
 *
 * @param nanos monotonic, for ages
 * @param wall for times that people read
 */
public record Clocks(LongSupplier nanos, InstantSource wall) {

  /** The clocks of this machine. */
  public static Clocks system() {
    return new Clocks(System::nanoTime, InstantSource.system());
  }
}
