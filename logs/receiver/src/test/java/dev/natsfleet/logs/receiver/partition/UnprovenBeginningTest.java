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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first messages of a log were purged or expired before the copy came to read them. */
class UnprovenBeginningTest {

  private static final GapPolicy GAP_POLICY = new GapPolicy(Duration.ofSeconds(60), 10_000);
  private static final long LATER = Duration.ofSeconds(61).toNanos();

  @TempDir Path directory;
  private PartitionState state;
  private PartitionStore store;
  private RecordSequencer sequencer;

  @BeforeEach
  void open() throws IOException {
    state = new PartitionState(1_000, Set::of, System::nanoTime);
    store = StoreFixture.open(directory, "out%%");
    sequencer = new RecordSequencer(store, GAP_POLICY, state);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void shouldWriteWhatIsLeftOfALogBeforeItsLaterLines() throws IOException {
    take(61, 120, RecordFlags.EARLY, "b");
    take(62, 122, 0, "c");
    sequencer.checkGaps(LATER, () -> false);

    assertOutput("natsfleet-receiver: 120 bytes of log 9, generation 1, are missing here\nb\nc\n");
    assertThat(state.metrics().totals().lostBytes()).isEqualTo(120);
  }

  @Test
  void shouldNotTakeTheMiddleOfALogForItsBeginning() throws IOException {
    take(61, 120, 0, "b");
    assertThat(state.offsets().known().orElseThrow()).isEmpty();
    sequencer.checkGaps(LATER, () -> false);

    assertOutput("natsfleet-receiver: 120 bytes of log 9, generation 1, are missing here\nb\n");
  }

  @Test
  void shouldRememberTheHoleAfterARestart() throws IOException {
    foreign(7);
    store.commit();
    close();
    open();
    take(8, 120, 0, "b");
    sequencer.checkGaps(LATER, () -> false);

    assertOutput("x\nnatsfleet-receiver: 120 bytes of log 9, generation 1, are missing here\nb\n");
  }

  @Test
  void shouldJoinALogThatAnotherOwnerHasBegun() throws IOException {
    take(1, 120, 0, "b");

    assertOutput("b\n");
    assertThat(state.metrics().totals().gaps()).isZero();
  }

  @Test
  void shouldTakeANewCopysFirstMessageAsItIs() throws IOException {
    store.restartAt(new StreamPosition(60, 0));
    close();
    open(); // a copy that ends before its first message begins there all the same
    take(61, 120, 0, "b");

    assertOutput("b\n");
  }

  @Test
  void shouldTellWhatIsPurgedBetweenTheRegistrationOfACopyAndItsFirstMessage() throws IOException {
    store.restartAt(new StreamPosition(50, 0));
    sequencer = new RecordSequencer(store, GAP_POLICY, state);
    take(61, 120, 0, "b");
    sequencer.checkGaps(LATER, () -> false);

    assertOutput("natsfleet-receiver: 120 bytes of log 9, generation 1, are missing here\nb\n");
  }

  @Test
  void shouldTellWhatWasLostWithAStreamThatWasMadeAnew() throws IOException {
    store.restartAt(new StreamPosition(60, 1));
    sequencer = new RecordSequencer(store, GAP_POLICY, state);
    sequencer.noteLostTail();
    take(1, 120, 0, "b");
    sequencer.checkGaps(LATER, () -> false);

    assertOutput("natsfleet-receiver: 120 bytes of log 9, generation 1, are missing here\nb\n");
  }

  @Test
  void shouldSayThatMoreMayBeMissingInEarlierGenerations() throws IOException {
    opening(61, new GenerationStart("app.log", 3, 50, 0));
    sequencer.checkGaps(LATER, () -> false);

    assertOutput(
        "natsfleet-receiver: at least 50 bytes of log 9, generation 4, are missing here\nb\n");
    assertThat(state.metrics().totals().unknownGaps()).isOne();
  }

  private void foreign(long sequence) throws IOException {
    accept(new ReceivedMessage("", at(sequence), null, Optional.empty(), bytes("x")));
  }

  private void take(long sequence, long start, int flags, String line) throws IOException {
    RecordHeader header = new RecordHeader(9, 1, start, line.length() + 1, flags, 1, sequence);
    accept(new ReceivedMessage("", at(sequence), header, Optional.empty(), bytes(line)));
  }

  private void opening(long sequence, GenerationStart start) throws IOException {
    RecordHeader header = new RecordHeader(9, 4, 0, 2, RecordFlags.OPENS, 1, sequence);
    accept(new ReceivedMessage("", at(sequence), header, Optional.of(start), bytes("b")));
  }

  private void accept(ReceivedMessage message) throws IOException {
    sequencer.accept("web", message, 0);
  }

  private static MessageMetadata at(long sequence) {
    return new MessageMetadata(sequence, 0, 0, 0);
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.US_ASCII);
  }

  private void assertOutput(String text) throws IOException {
    store.commit();
    sequencer.markCommitted();
    assertThat(directory.resolve("web/out%")).hasContent(text);
  }
}
