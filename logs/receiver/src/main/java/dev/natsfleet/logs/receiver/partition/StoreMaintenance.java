package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.store.PartitionStore;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongPredicate;

/** Finishes files and forgets logs that were silent for long, once a minute or so. */
final class StoreMaintenance {

  private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long NEARLY_FULL_NANOS = Duration.ofSeconds(5).toNanos();

  private final PartitionStore store;
  private final RecordSequencer sequencer;
  private final PartitionState state;
  private final Duration streamAge;
  private long filesAt;
  private long logsAt;

  /**
   * Maintenance of a store.
   *
   * @param streamAge of the oldest message in the stream; zero for any
   * @param now when the first interval begins, by the monotonic clock
   */
  StoreMaintenance(
      PartitionStore store,
      RecordSequencer sequencer,
      PartitionState state,
      Duration streamAge,
      long now) {
    this.store = store;
    this.sequencer = sequencer;
    this.state = state;
    this.streamAge = streamAge;
    this.filesAt = now;
    this.logsAt = now;
  }

  /** Does what is due. */
  void run(long now) throws IOException {
    if (now - filesAt >= INTERVAL_NANOS) {
      store.finishSilentFiles();
      forgetSilentLogs(store, streamAge, state.reportedLogs()::contains);
      filesAt = now;
    }
    if (now - logsAt >= (state.isNearlyFull() ? NEARLY_FULL_NANOS : INTERVAL_NANOS)) {
      sequencer.retain(now);
      logsAt = now;
    }
  }

  /**
   * Forgets logs that were silent for longer than the stream keeps messages: nothing of them can
   * come a second time.
   *
   * @param reported whether a shipper reports a log
   */
  static void forgetSilentLogs(PartitionStore store, Duration streamAge, LongPredicate reported) {
    if (streamAge.isPositive()) {
      long newest = Duration.ofNanos(store.committed().time()).toSeconds();
      store.forgetBefore(newest - 2 * streamAge.toSeconds(), reported);
    }
  }
}
