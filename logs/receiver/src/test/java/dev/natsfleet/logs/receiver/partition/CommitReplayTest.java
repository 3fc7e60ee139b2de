package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.record.RecordHeader;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.logs.receiver.settings.GapPolicy;
import dev.natsfleet.logs.receiver.store.PartitionStore;
import dev.natsfleet.logs.receiver.stream.MessageMetadata;
import dev.natsfleet.logs.receiver.stream.ReceivedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit fails, and everything that it held comes again. */
class CommitReplayTest {

  private static final GapPolicy GAP_POLICY = new GapPolicy(Duration.ofSeconds(60), 10_000);
  private static final long LATER = Duration.ofSeconds(61).toNanos();

  @TempDir Path directory;
  private final PartitionState state = new PartitionState(1_000, Set::of, System::nanoTime);

  @Test
  void shouldCountAGapOnceHoweverOftenItIsReadAndNoMarker() throws IOException {
    // Given
    try (PartitionStore store = StoreFixture.open(directory, "out%%")) {
      read(new RecordSequencer(store, GAP_POLICY, state));
    }

    // When
    try (PartitionStore store = StoreFixture.open(directory, "out%%")) {
      RecordSequencer again = new RecordSequencer(store, GAP_POLICY, state);
      read(again);
      store.commit();
      again.markCommitted();
    }

    // Then
    LogTotals all = state.host("web").metrics().totals();
    assertThat(all.gaps()).isOne();
    assertThat(all.bytesLost()).isEqualTo(10);
    assertThat(all.bytesGivenUp()).isEqualTo(10);
    assertThat(all.duplicates()).isOne();
    assertThat(all.linesWritten()).isEqualTo(2);
    assertThat(all.bytesWritten()).isEqualTo(4);
    assertThat(state.metrics().totals().gaps()).isOne();
    assertThat(state.metrics().totals().lostBytes()).isEqualTo(10);
  }

  private static void read(RecordSequencer sequencer) throws IOException {
    sequencer.accept("web", record(1, 0, "a"), 0);
    sequencer.accept("web", record(2, 0, "a"), 0);
    sequencer.accept("web", record(3, 12, "b"), 0);
    sequencer.checkGaps(LATER, () -> false);
  }

  private static ReceivedMessage record(long sequence, long start, String line) {
    byte[] payload = line.getBytes(StandardCharsets.US_ASCII);
    RecordHeader header = new RecordHeader(9, 1, start, payload.length + 1, 0, 1, 1);
    return new ReceivedMessage(
        "", new MessageMetadata(sequence, 0, 0, 0), header, Optional.empty(), payload);
  }
}
