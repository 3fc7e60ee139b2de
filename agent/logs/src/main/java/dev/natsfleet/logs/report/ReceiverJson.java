package dev.natsfleet.logs.report;

import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import io.nats.client.support.Encoding;
import java.util.Locale;
import java.util.stream.Collectors;

/** A receiver's status as JSON. */
final class ReceiverJson {

  private ReceiverJson() {}

  static String render(Status status) {
    return """
        {"connected":%b,"copy":%s,"partitions":[%s]}
        """
        .formatted(
            status.connected(),
            quoted(status.copy()),
            status.partitions().stream()
                .map(ReceiverJson::partition)
                .collect(Collectors.joining(",\n")));
  }

  private static String partition(PartitionStatus one) {
    return """
        {"partition":%d,"stream":%s,"owned":%b,"trouble":%s,"committed":%d,"pending":%d,\
        "heldBytes":%d,"messages":%d,"skipped":%d,"duplicates":%d,"trimmedBytes":%d,"gaps":%d,\
        "missingBytes":%d,"unknownGaps":%d,"refused":%d,"commits":%d,"stalls":%d,"hosts":[%s]}\
        """
        .formatted(
            one.partition(),
            quoted(one.stream()),
            one.owned(),
            quoted(one.trouble()),
            one.committed(),
            one.pending(),
            one.heldBytes(),
            one.totals().messages(),
            one.totals().skipped(),
            one.totals().duplicates(),
            one.totals().trimmedBytes(),
            one.totals().gaps(),
            one.totals().missingBytes(),
            one.totals().unknownGaps(),
            one.totals().refused(),
            one.totals().commits(),
            one.totals().stalls(),
            one.hosts().stream().map(ReceiverJson::host).collect(Collectors.joining(",\n")));
  }

  private static String host(HostStatus host) {
    return String.format(
        Locale.ROOT,
        "{\"host\":%s,\"lines\":%d,\"bytes\":%d,\"storedAt\":%.3f}",
        quoted(host.host()),
        host.lines(),
        host.bytes(),
        host.storedAt());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    Encoding.jsonEncode(quoted, text);
    return quoted.append('"').toString();
  }
}
