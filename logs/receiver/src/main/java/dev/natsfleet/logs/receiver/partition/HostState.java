package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.metrics.HostMetrics;
import dev.natsfleet.logs.receiver.stream.MessageMetadata;

/** What this process knows of one host of a partition. */
public final class HostState {

  private final String name;
  private final HostProgress progress;
  private final HostMetrics metrics = new HostMetrics();
  private boolean malformedReported;

  /** A host of which nothing came before {@code now}, which is monotonic. */
  HostState(String name, long now) {
    this.name = name;
    this.progress = new HostProgress(now);
  }

  /** The host's name; empty for lines without one. */
  public String name() {
    return name;
  }

  /** How far its messages were received and purged. */
  public HostProgress progress() {
    return progress;
  }

  /** What was received of it. */
  public HostMetrics metrics() {
    return metrics;
  }

  /** A message of the host was written. */
  void written(MessageMetadata metadata) {
    progress.received(metadata.sequence());
    metrics.storedAt(metadata.time());
  }

  /** Whether a malformed bundle of the host is the first: only that one is logged. */
  boolean isFirstMalformed() {
    boolean first = !malformedReported;
    malformedReported = true;
    return first;
  }

  /** Whether nothing of the host is left in the stream, and none of its logs is counted. */
  boolean isGone(long now) {
    return progress.isOver(now) && !metrics.hasLogs();
  }
}
