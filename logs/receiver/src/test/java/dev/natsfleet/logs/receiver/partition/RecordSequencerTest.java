package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import dev.natsfleet.logs.receiver.settings.GapPolicy;
import dev.natsfleet.logs.receiver.store.PartitionStore;
import dev.natsfleet.logs.receiver.stream.MessageMetadata;
import dev.natsfleet.logs.receiver.stream.ReceivedMessage;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordSequencerTest {

  private static final GapPolicy GAP_POLICY = new GapPolicy(Duration.ofSeconds(60), 10_000);
  private static final long LATER = Duration.ofSeconds(61).toNanos();

  @TempDir Path directory;
  private final PartitionState state = new PartitionState(1_000, Set::of, System::nanoTime);
  private long sequence;
  private PartitionStore store;
  private RecordSequencer sequencer;

  @BeforeEach
  void open() throws IOException {
    store = StoreFixture.open(directory, "out%%");
    sequencer = new RecordSequencer(store, GAP_POLICY, state);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void shouldWriteEachByteOnceWhateverIsSentAgain() throws IOException {
    record(1, 0, "a");
    record(1, 2, "b");
    record(1, 0, "a");
    record(1, 2, "b");
    record(1, 4, "c");

    assertOutput("a\nb\nc\n");
    assertThat(state.metrics().totals().duplicates()).isEqualTo(2);
  }

  @Test
  void shouldTrimTheBeginningOfALineThatWasWrittenBefore() throws IOException {
    partial(0, "begin");
    record(1, 0, "begin end");

    assertOutput("begin end\n");
    assertThat(state.metrics().totals().trimmedBytes()).isEqualTo(5);
  }

  @Test
  void shouldWaitForMissingBytesAndKeepThePositionMeanwhile() throws IOException {
    record(1, 0, "a");
    record(1, 4, "c");
    record(1, 6, "d");
    store.commit();
    assertThat(store.committed().sequence()).isEqualTo(1);

    record(1, 2, "b");

    assertOutput("a\nb\nc\nd\n");
    assertThat(store.committed().sequence()).isEqualTo(4);
    assertThat(sequencer.heldBytes()).isZero();
    assertThat(state.metrics().totals().gaps()).isZero();
  }

  @Test
  void shouldSayInTheOutputWhatNeverCame() throws IOException {
    record(1, 0, "a");
    record(1, 12, "b");
    sequencer.checkGaps(0, () -> false);
    assertThat(state.metrics().totals().gaps()).isZero();

    sequencer.checkGaps(LATER, () -> false);
    record(1, 14, "c");

    assertOutput(
        "a\nnatsfleet-receiver: 10 bytes of log 9, generation 1, are missing here\nb\nc\n");
    assertThat(state.metrics().totals().gaps()).isEqualTo(1);
    assertThat(state.metrics().totals().lostBytes()).isEqualTo(10);
  }

  @Test
  void shouldWaitForTheRestOfAGenerationBeforeItsSuccessor() throws IOException {
    record(1, 0, "a");
    opening(2, "c", new GenerationStart("app.log", 1, 4, 0));
    record(2, 2, "d");
    record(1, 2, "b");

    assertOutput("a\nb\nc\nd\n");
  }

  @Test
  void shouldNotWriteLateRecordsOfAGenerationBehindItsSuccessor() throws IOException {
    record(1, 0, "a");
    opening(2, "c", new GenerationStart("app.log", 1, 4, 0));
    sequencer.checkGaps(LATER, () -> false);

    record(1, 2, "b");

    assertOutput("a\nnatsfleet-receiver: 2 bytes of log 9, generation 2, are missing here\nc\n");
    assertThat(state.metrics().totals().duplicates()).isEqualTo(1);
  }

  @Test
  void shouldCountWhatAShipperDeclaresLost() throws IOException {
    record(1, 0, "a");
    opening(2, "b", new GenerationStart("app.log", 1, 2, 7));

    assertOutput("a\nnatsfleet-receiver: 7 bytes of log 9, generation 2, are missing here\nb\n");
    assertThat(state.metrics().totals().lostBytes()).isEqualTo(7);
  }

  @Test
  void shouldEndACutLineBeforeALossThatNobodyCanCount() throws IOException {
    partial(0, "cut");
    opening(2, "b", new GenerationStart("app.log", 1, 3, -1));

    assertOutput(
        "cut\n"
            + "natsfleet-receiver: an unknown number of bytes of log 9, generation 2, may be"
            + " missing here\n"
            + "b\n");
    assertThat(state.metrics().totals().unknownGaps()).isEqualTo(1);
  }

  @Test
  void shouldNoteAHoleThoughNoMessageComesBehindIt() throws IOException {
    record(1, 0, "a");

    sequencer.noteEnd(new StreamPosition(1, 0));
    assertThat(store.hasHole()).isFalse();

    sequencer.noteEnd(new StreamPosition(5, 0));
    assertThat(store.hasHole()).isTrue();
  }

  @Test
  void shouldReadAgainWhatThereIsNoRoomFor() throws IOException {
    // Given
    record(1, 0, "a");
    record(1, 4, "c");
    record(1, 6, "x".repeat(20_000));
    assertThat(sequencer.heldBytes()).isLessThan(10_000);

    // When
    record(1, 2, "b");

    // Then
    assertThat(sequencer.pollReread()).isTrue();
    assertThat(sequencer.position().sequence()).isEqualTo(2);
    record(1, 6, "x".repeat(20_000));
    assertOutput("a\nb\nc\n" + "x".repeat(20_000) + "\n");
    assertThat(sequencer.pollReread()).isFalse();
  }

  @Test
  void shouldNotGiveUpWhileNobodyCanFillTheGap() throws IOException {
    record(1, 0, "a");
    record(1, 4, "c");

    sequencer.checkGaps(LATER, () -> true);
    sequencer.checkGaps(2 * LATER - 1_000_000_000L, () -> false);
    record(1, 2, "b");

    assertOutput("a\nb\nc\n");
  }

  /** The stream may be full of what is held back behind the gap. */
  @Test
  void shouldNotWaitForEverWhileTheStreamIsFull() throws IOException {
    record(1, 0, "a");
    record(1, 4, "c");

    for (int i = 1; i <= 12; i++) {
      sequencer.checkGaps(i * LATER, () -> true);
    }

    assertOutput("a\nnatsfleet-receiver: 2 bytes of log 9, generation 1, are missing here\nc\n");
  }

  @Test
  void shouldWaitForTheVeryFirstRecordOfALog() throws IOException {
    flagged(2, RecordFlags.EARLY, "b");
    record(1, 0, "a");

    assertOutput("a\nb\n");
  }

  private void record(long generation, long start, String line) throws IOException {
    RecordHeader header =
        new RecordHeader(9, generation, start, line.length() + 1, 0, 1, sequence + 1);
    take(header, Optional.empty(), line);
  }

  private void partial(long start, String piece) throws IOException {
    RecordHeader header =
        new RecordHeader(9, 1, start, piece.length(), RecordFlags.PARTIAL, 1, sequence + 1);
    take(header, Optional.empty(), piece);
  }

  private void flagged(long start, int flags, String line) throws IOException {
    RecordHeader header = new RecordHeader(9, 1, start, line.length() + 1, flags, 1, sequence + 1);
    take(header, Optional.empty(), line);
  }

  private void opening(long generation, String line, GenerationStart generationStart)
      throws IOException {
    RecordHeader header =
        new RecordHeader(9, generation, 0, line.length() + 1, RecordFlags.OPENS, 1, sequence + 1);
    take(header, Optional.of(generationStart), line);
  }

  private void take(@Nullable RecordHeader header, Optional<GenerationStart> opening, String text)
      throws IOException {
    MessageMetadata place = new MessageMetadata(++sequence, 0, 0, 0);
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    sequencer.accept("web", new ReceivedMessage("", place, header, opening, payload), 0);
  }

  private void assertOutput(String text) throws IOException {
    store.commit();
    sequencer.markCommitted();
    assertThat(directory.resolve("web/out%")).hasContent(text);
  }
}
