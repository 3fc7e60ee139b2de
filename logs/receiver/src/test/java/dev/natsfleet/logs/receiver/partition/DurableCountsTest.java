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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was received counts as written only when it is durable. */
class DurableCountsTest {

  private static final GapPolicy GAP_POLICY = new GapPolicy(Duration.ofSeconds(60), 10_000);

  @TempDir Path directory;
  private final Set<Long> audited = new HashSet<>();
  private final PartitionState state = new PartitionState(2, () -> audited, System::nanoTime);

  @Test
  void shouldCountAsWrittenWhatIsCommitted() throws IOException {
    try (PartitionStore store = StoreFixture.open(directory, "out%%")) {
      RecordSequencer sequencer = new RecordSequencer(store, GAP_POLICY, state);

      take(sequencer, 9, 0, "abc");
      assertThat(status(9).bytesStored()).isEqualTo(4);
      assertThat(status(9).linesWritten()).isZero();
      assertThat(state.offsets().known().orElseThrow()).isEmpty();

      store.commit();
      sequencer.markCommitted();
      assertThat(status(9).bytesWritten()).isEqualTo(4);
      assertThat(Objects.requireNonNull(state.offsets().known().orElseThrow().get(9L)).endOf(1, 0))
          .isEqualTo(4);
    }
  }

  @Test
  void shouldForgetWhatMustBeReadAgain() throws IOException {
    try (PartitionStore store = StoreFixture.open(directory, "out%%")) {
      take(new RecordSequencer(store, GAP_POLICY, state), 9, 0, "abc");
    }
    try (PartitionStore store = StoreFixture.open(directory, "out%%")) {
      RecordSequencer again = new RecordSequencer(store, GAP_POLICY, state);
      assertThat(status(9).bytesStored()).isZero();

      take(again, 9, 0, "abc");
      assertThat(status(9).linesStored()).isOne();
    }
  }

  @Test
  void shouldCountLogsBeyondTheLimitTogether() throws IOException {
    try (PartitionStore store = StoreFixture.open(directory, "out%%")) {
      written(store);

      assertThat(state.host("web").metrics().logs()).hasSize(3);
      assertThat(status(-1).linesWritten()).isEqualTo(2);
      assertThat(state.offsets().known()).isEmpty();
    }
  }

  @Test
  void shouldCountLogsOneByOneAgainWhenOthersAreGone() throws IOException {
    try (PartitionStore store = StoreFixture.open(directory, "out%%")) {
      RecordSequencer sequencer = written(store);

      // When the shipper reports the last two only, and nothing comes between two checks
      audited.addAll(List.of(3L, 4L));
      sequencer.retain(0);
      sequencer.retain(0);

      // Then
      assertThat(state.offsets().known().orElseThrow()).containsOnlyKeys(3L, 4L);
      assertThat(state.host("web").metrics().totals().linesWritten()).isEqualTo(4);
      take(sequencer, 4, 4, "abc");
      assertThat(status(4).linesStored()).isOne();
    }
  }

  @Test
  void shouldKnowNothingBeforeAStoreWasOpen() {
    assertThat(state.offsets().known()).isEmpty();
  }

  /** A line each of four logs, committed. */
  private RecordSequencer written(PartitionStore store) throws IOException {
    RecordSequencer sequencer = new RecordSequencer(store, GAP_POLICY, state);
    for (int log = 1; log <= 4; log++) {
      take(sequencer, log, 0, "abc");
    }
    store.commit();
    sequencer.markCommitted();
    return sequencer;
  }

  private LogTotals status(long log) {
    return Objects.requireNonNull(state.host("web").metrics().logs().get(log)).totals();
  }

  private static void take(RecordSequencer sequencer, long log, long start, String line)
      throws IOException {
    RecordHeader header = new RecordHeader(log, 1, start, line.length() + 1, 0, 1, log);
    byte[] payload = line.getBytes(StandardCharsets.US_ASCII);
    MessageMetadata place = new MessageMetadata(log, 0, 0, 0);
    sequencer.accept("web", new ReceivedMessage("", place, header, Optional.empty(), payload), 0);
  }
}
