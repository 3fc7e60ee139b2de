package dev.natsfleet.logs.report;

import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A receiver's status in the text format of Prometheus. */
final class ReceiverMetrics {

  private final StringBuilder text = new StringBuilder();
  private final Status status;

  private ReceiverMetrics(Status status) {
    this.status = status;
  }

  static String render(Status status) {
    ReceiverMetrics metrics = new ReceiverMetrics(status);
    metrics.head("connected", "gauge", "1 while the connection to NATS is up");
    metrics.value("connected", "", status.connected() ? 1 : 0);
    metrics.partitions();
    metrics.hosts("written_lines_total", "Lines written", HostStatus::lines);
    metrics.hosts("written_bytes_total", "Bytes written", HostStatus::bytes);
    return metrics.text.toString();
  }

  private void partitions() {
    gauge("owned", "1 while the partition is ours", one -> one.owned() ? 1 : 0);
    gauge("stalled", "1 while nothing can be written", one -> one.trouble().isEmpty() ? 0 : 1);
    gauge("committed_sequence", "Everything up to here is durable", PartitionStatus::committed);
    gauge("pending_messages", "Messages that wait in the stream", PartitionStatus::pending);
    gauge("held_bytes", "Bytes behind missing ones", PartitionStatus::heldBytes);
    counter("read_messages_total", "Messages read", one -> one.totals().messages());
    counter("skipped_sequences_total", "Sequences gone unread", one -> one.totals().skipped());
    counter("duplicates_total", "Records that were there", one -> one.totals().duplicates());
    counter("trimmed_bytes_total", "Bytes that were there", one -> one.totals().trimmedBytes());
    counter("gaps_total", "Places where bytes are lost", one -> one.totals().gaps());
    counter("missing_bytes_total", "Bytes in gaps", one -> one.totals().missingBytes());
    counter("refused_lines_total", "Lines of illegal hosts", one -> one.totals().refused());
    counter("commits_total", "Group commits", one -> one.totals().commits());
    counter("commit_seconds_total", "Time in commits", one -> one.totals().commitSeconds());
    counter("stalls_total", "Times it began again", one -> one.totals().stalls());
  }

  private void gauge(String name, String help, ToDoubleFunction<PartitionStatus> value) {
    each(name, "gauge", help, value);
  }

  private void counter(String name, String help, ToDoubleFunction<PartitionStatus> value) {
    each(name, "counter", help, value);
  }

  private void each(
      String name, String type, String help, ToDoubleFunction<PartitionStatus> value) {
    head(name, type, help);
    for (PartitionStatus one : status.partitions()) {
      value(name, "{partition=\"" + one.partition() + "\"}", value.applyAsDouble(one));
    }
  }

  private void hosts(String name, String help, ToDoubleFunction<HostStatus> value) {
    head(name, "counter", help);
    for (PartitionStatus one : status.partitions()) {
      for (HostStatus host : one.hosts()) {
        value(name, "{host=\"" + host.host() + "\"}", value.applyAsDouble(host));
      }
    }
  }

  private void head(String name, String type, String help) {
    text.append("# HELP natsfleet_receiver_").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE natsfleet_receiver_").append(name).append(' ').append(type).append('\n');
  }

  private void value(String name, String labels, double value) {
    String number = String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.3f", value);
    text.append("natsfleet_receiver_").append(name).append(labels).append(' ');
    text.append(number).append('\n');
  }
}
