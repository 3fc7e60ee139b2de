package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Page;
import dev.natsfleet.logs.outside.Pages;
import dev.natsfleet.logs.receive.Status;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The pages of a receiver. */
public final class ReceiverPages {

  private ReceiverPages() {}

  /** Pages of what a receiver does. */
  public static Pages of(Supplier<Status> status) {
    return Pages.of(status::get, ReceiverMetrics::of, ReceiverJson::of, ReceiverPages::health);
  }

  private static Page health(Status status) {
    return status.isHealthy() ? Page.ok("ok\n") : Page.unavailable(why(status));
  }

  private static String why(Status status) {
    String troubles =
        status.partitions().stream()
            .filter(partition -> !partition.trouble().isEmpty())
            .map(one -> "partition " + one.partition() + ": " + one.trouble() + "\n")
            .collect(Collectors.joining());
    return (status.connected() ? "" : "not connected\n") + troubles;
  }
}
