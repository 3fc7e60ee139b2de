package dev.natsfleet.logs.outside;

import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A shipper's status in the text format of Prometheus. The totals are over all logs; single ones
 * are there as long as they are not too many.
 */
final class Metrics {

  private final StringBuilder text = new StringBuilder();
  private final Status status;

  private Metrics(Status status) {
    this.status = status;
  }

  static String render(Status status) {
    Metrics metrics = new Metrics(status);
    metrics.one("connected", "gauge", "1 while a session is open", status.connected() ? 1 : 0);
    metrics.one(
        "doubts_total", "counter", "Sessions that ended in doubt", (double) status.doubts());
    metrics.one(
        "stored_messages_total",
        "counter",
        "Messages of all times in the stream",
        (double) status.sequence());
    metrics.one("logs", "gauge", "Logs that are known", status.known());
    metrics.each("lag_bytes", "gauge", "Bytes seen and not stored", LogStatus::lagBytes);
    metrics.each("lag_seconds", "gauge", "Age of the oldest unread byte", LogStatus::lagSeconds);
    metrics.each("sent_lines_total", "counter", "Lines sent", LogStatus::linesSent);
    metrics.each("sent_bytes_total", "counter", "Bytes sent", LogStatus::bytesSent);
    metrics.each("stored_bytes_total", "counter", "Bytes acknowledged", LogStatus::bytesStored);
    metrics.each("lost_bytes_total", "counter", "Bytes gone unread", LogStatus::bytesLost);
    return metrics.text.toString();
  }

  private void one(String name, String type, String help, double value) {
    head(name, type, help);
    value(name, "", value);
  }

  private void each(String name, String type, String help, ToDoubleFunction<LogStatus> value) {
    one("all_" + name, type, help + ", over all logs", value.applyAsDouble(status.totals()));
    head(name, type, help);
    for (LogStatus log : status.logs()) {
      if (log.bytesSent() > 0 || log.lagBytes() > 0 || log.bytesLost() > 0) {
        value(name, "{path=\"" + escaped(log.path()) + "\"}", value.applyAsDouble(log));
      }
    }
  }

  private void head(String name, String type, String help) {
    text.append("# HELP natsfleet_shipper_").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE natsfleet_shipper_").append(name).append(' ').append(type).append('\n');
  }

  private void value(String name, String labels, double value) {
    text.append("natsfleet_shipper_").append(name).append(labels).append(' ');
    text.append(value == Math.rint(value) ? "%.0f".formatted(value) : number(value)).append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
