package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody may publish: a payload that is marked as a bundle and is none stops nothing. */
class MalformedBundleTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long LATER = TIMEOUT.plusSeconds(1).toNanos();

  @TempDir Path directory;
  private final PartitionState state = new PartitionState(1_000, Set::of, System::nanoTime);
  private long sequence;
  private PartitionStore store;
  private RecordSequencer sequencer;

  @BeforeEach
  void open() throws IOException {
    store = StoreFixture.open(directory, "out");
    sequencer = new RecordSequencer(store, new GapPolicy(TIMEOUT, 10_000), state);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void shouldRefuseItAndGoOnWithTheGenuineBytes() throws IOException {
    take(0, 0, "a");
    take(2, RecordFlags.BUNDLE, "junk");
    take(2, 0, "b");

    assertOutput("a\nb\n");
    assertThat(state.metrics().totals().refused()).isEqualTo(1);
    assertThat(state.metrics().totals().gaps()).isZero();
  }

  @Test
  void shouldTreatItsBytesAsMissingWhenTheyNeverCome() throws IOException {
    // Given
    take(0, 0, "a");
    take(2, RecordFlags.BUNDLE, "junk");
    take(7, 0, "c");

    // When
    sequencer.checkGaps(LATER, () -> false);

    // Then
    assertOutput("a\nnatsfleet-receiver: 5 bytes of log 9, generation 1, are missing here\nc\n");
    assertThat(state.metrics().totals().lostBytes()).isEqualTo(5);
  }

  @Test
  void shouldRefuseItAlsoWhenItWasHeld() throws IOException {
    take(0, 0, "a");
    take(4, RecordFlags.BUNDLE, "junk");
    take(2, 0, "b");
    take(4, 0, "c");

    assertOutput("a\nb\nc\n");
    assertThat(state.metrics().totals().refused()).isEqualTo(1);
    assertThat(sequencer.heldBytes()).isZero();
    assertThat(store.committed().sequence()).isEqualTo(4);
  }

  private void take(long start, int flags, String text) throws IOException {
    MessageMetadata place = new MessageMetadata(++sequence, 0, 0, 0);
    RecordHeader header = new RecordHeader(9, 1, start, text.length() + 1, flags, 1, sequence);
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    sequencer.accept("web", new ReceivedMessage("", place, header, Optional.empty(), payload), 0);
  }

  private void assertOutput(String text) throws IOException {
    store.commit();
    sequencer.markCommitted();
    assertThat(directory.resolve("web/out")).hasContent(text);
  }
}
