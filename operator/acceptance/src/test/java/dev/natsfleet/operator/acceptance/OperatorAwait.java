package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for the operator; a failure shows its counters. */
final class OperatorAwait {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private OperatorAwait() {}

  static void until(String what, BooleanSupplier condition) {
    Await.until(
        what, condition::getAsBoolean, LIMIT, () -> OperatorTestbed.operator().counts().toString());
  }
}
