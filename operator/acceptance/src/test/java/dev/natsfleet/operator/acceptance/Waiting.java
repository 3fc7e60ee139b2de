package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.proc.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what the operator does, with what it counts as the message. */
final class Waiting {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Waiting() {}

  static void until(String what, BooleanSupplier condition) {
    Await.until(what, condition, LIMIT, () -> Lab.operator().counts().toString());
  }
}
