package dev.natsfleet.logs.outside;

import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import io.nats.client.support.Encoding;
import java.util.Locale;
import java.util.stream.Collectors;

/** A shipper's status as JSON. */
final class StatusJson {

  private StatusJson() {}

  static String render(Status status) {
    return """
        {"connected":%b,"doubts":%d,"lastDoubt":%s,"sequence":%d,"known":%d,"totals":%s,"logs":[%s]}
        """
        .formatted(
            status.connected(),
            status.doubts(),
            quoted(status.lastDoubt()),
            status.sequence(),
            status.known(),
            log(status.totals()),
            status.logs().stream().map(StatusJson::log).collect(Collectors.joining(",\n")));
  }

  private static String log(LogStatus log) {
    return String.format(
        Locale.ROOT,
        "{\"path\":%s,\"generation\":%d,\"generations\":%d,\"lagBytes\":%d,\"lagSeconds\":%.3f,"
            + "\"linesSent\":%d,\"bytesSent\":%d,\"bytesStored\":%d,\"bytesLost\":%d}",
        quoted(log.path()),
        log.generation(),
        log.generations(),
        log.lagBytes(),
        log.lagSeconds(),
        log.linesSent(),
        log.bytesSent(),
        log.bytesStored(),
        log.bytesLost());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    Encoding.jsonEncode(quoted, text);
    return quoted.append('"').toString();
  }
}
