package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Numbers that a running program gives, by the metrics of one prefix. */
final class MetricReadings {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Supplier<String> said;
  private final String prefix;

  private MetricReadings(Supplier<String> said, String prefix) {
    this.said = said;
    this.prefix = prefix;
  }

  static MetricReadings of(Pipeline pipeline) {
    return new MetricReadings(pipeline::said, "natsfleet_shipper_");
  }

  static MetricReadings of(ReceiverProcess receiverProcess) {
    return new MetricReadings(receiverProcess::log, "natsfleet_receiver_");
  }

  /** A number; -1 when it is not there. */
  double of(String name) {
    try {
      return ProgramGauges.metric(lastStart(said.get()), prefix + name + "(?:\\{[^}]*\\})?");
    } catch (IOException e) {
      return -1;
    }
  }

  /** Waits until a number is another. */
  void await(String name, double expected) throws Exception {
    Await.until(
        PATIENCE,
        () -> of(name) == expected,
        () -> "%s is %s, not %s: %s".formatted(name, of(name), expected, said.get()));
  }

  /** A program that was started again listens elsewhere. */
  private static String lastStart(String all) {
    int last = all.lastIndexOf("listening address=");
    return last < 0 ? all : all.substring(last);
  }
}
