package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.stream.Delivery;
import dev.natsfleet.logs.wire.Flags;
import dev.natsfleet.logs.wire.Opening;
import dev.natsfleet.logs.wire.RecordHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), 10_000);
  private static final long LATER = Duration.ofSeconds(61).toNanos();

  @TempDir Path directory;
  private final Counts counts = new Counts();
  private long sequence;
  private PartitionStore store;
  private Intake intake;

  @BeforeEach
  void open() throws IOException {
    store = Stores.open(directory, "out%%");
    intake = new Intake(store, PATIENCE, counts);
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
    assertThat(counts.duplicates.sum()).isEqualTo(2);
  }

  @Test
  void shouldTrimWhatIsThereOfALineThatWasCutElsewhere() throws IOException {
    partial(0, "begin");
    record(1, 0, "begin end");

    assertOutput("begin end\n");
    assertThat(counts.trimmedBytes.sum()).isEqualTo(5);
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
    assertThat(intake.heldBytes()).isZero();
    assertThat(counts.gaps.sum()).isZero();
  }

  @Test
  void shouldSayInTheOutputWhatNeverCame() throws IOException {
    record(1, 0, "a");
    record(1, 12, "b");
    intake.tick(0, () -> false);
    assertThat(counts.gaps.sum()).isZero();

    intake.tick(LATER, () -> false);
    record(1, 14, "c");

    assertOutput(
        "a\nnatsfleet-receiver: 10 bytes of log 9, generation 1, are missing here\nb\nc\n");
    assertThat(counts.gaps.sum()).isEqualTo(1);
    assertThat(counts.missingBytes.sum()).isEqualTo(10);
  }

  @Test
  void shouldWaitForTheRestOfAFileBeforeItsSuccessor() throws IOException {
    record(1, 0, "a");
    opening(2, "c", new Opening("app.log", 1, 4, 0));
    record(2, 2, "d");
    record(1, 2, "b");

    assertOutput("a\nb\nc\nd\n");
  }

  @Test
  void shouldNotWriteBehindAFileWhatComesTooLateOfItsForerunner() throws IOException {
    record(1, 0, "a");
    opening(2, "c", new Opening("app.log", 1, 4, 0));
    intake.tick(LATER, () -> false);

    record(1, 2, "b");

    assertOutput("a\nnatsfleet-receiver: 2 bytes of log 9, generation 2, are missing here\nc\n");
    assertThat(counts.duplicates.sum()).isEqualTo(1);
  }

  @Test
  void shouldCountWhatAShipperDeclaresLost() throws IOException {
    record(1, 0, "a");
    opening(2, "b", new Opening("app.log", 1, 2, 7));

    assertOutput("a\nb\n");
    assertThat(counts.missingBytes.sum()).isEqualTo(7);
  }

  @Test
  void shouldReadAgainWhatThereIsNoRoomFor() throws IOException {
    // Given
    record(1, 0, "a");
    record(1, 4, "c");
    record(1, 6, "x".repeat(20_000));
    assertThat(intake.heldBytes()).isLessThan(10_000);

    // When
    record(1, 2, "b");

    // Then
    assertThat(intake.isBack()).isTrue();
    assertThat(intake.reached().sequence()).isEqualTo(2);
    record(1, 6, "x".repeat(20_000));
    assertOutput("a\nb\nc\n" + "x".repeat(20_000) + "\n");
    assertThat(intake.isBack()).isFalse();
  }

  @Test
  void shouldNotGiveUpWhileNobodyCanFillTheGap() throws IOException {
    record(1, 0, "a");
    record(1, 4, "c");

    intake.tick(LATER, () -> true);
    intake.tick(2 * LATER - 1_000_000_000L, () -> false);
    record(1, 2, "b");

    assertOutput("a\nb\nc\n");
  }

  @Test
  void shouldWaitForTheVeryFirstRecordOfALog() throws IOException {
    flagged(2, Flags.EARLY, "b");
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
        new RecordHeader(9, 1, start, piece.length(), Flags.PARTIAL, 1, sequence + 1);
    take(header, Optional.empty(), piece);
  }

  private void flagged(long start, int flags, String line) throws IOException {
    RecordHeader header = new RecordHeader(9, 1, start, line.length() + 1, flags, 1, sequence + 1);
    take(header, Optional.empty(), line);
  }

  private void opening(long generation, String line, Opening opening) throws IOException {
    RecordHeader header =
        new RecordHeader(9, generation, 0, line.length() + 1, Flags.OPENS, 1, sequence + 1);
    take(header, Optional.of(opening), line);
  }

  private void take(@Nullable RecordHeader header, Optional<Opening> opening, String text)
      throws IOException {
    Delivery place = new Delivery(++sequence, 0, 0, 0);
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    intake.take("web", new Arrival(place, header, opening, payload), 0);
  }

  private void assertOutput(String text) throws IOException {
    store.commit();
    intake.committed();
    assertThat(directory.resolve("web/out%")).hasContent(text);
  }
}
