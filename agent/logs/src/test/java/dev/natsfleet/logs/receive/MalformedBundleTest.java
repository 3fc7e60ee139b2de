package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.stream.Delivery;
import dev.natsfleet.logs.wire.Flags;
import dev.natsfleet.logs.wire.RecordHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody may publish: what is marked as a bundle and is none stops nothing. */
class MalformedBundleTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LATER = PATIENCE.plusSeconds(1).toNanos();

  @TempDir Path directory;
  private final Counts counts = new Counts();
  private long sequence;
  private PartitionStore store;
  private Intake intake;

  @BeforeEach
  void open() throws IOException {
    store = Stores.open(directory, "out");
    intake = new Intake(store, new Patience(PATIENCE, 10_000), counts);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void shouldRefuseItAndGoOnWithTheGenuineBytes() throws IOException {
    take(0, 0, "a");
    take(2, Flags.BUNDLE, "junk");
    take(2, 0, "b");

    assertOutput("a\nb\n");
    assertThat(counts.refused.sum()).isEqualTo(1);
    assertThat(counts.gaps.sum()).isZero();
  }

  @Test
  void shouldTreatItsBytesAsMissingWhenTheyNeverCome() throws IOException {
    // Given
    take(0, 0, "a");
    take(2, Flags.BUNDLE, "junk");
    take(7, 0, "c");

    // When
    intake.tick(LATER, () -> false);

    // Then
    assertOutput("a\nnatsfleet-receiver: 5 bytes of log 9, generation 1, are missing here\nc\n");
    assertThat(counts.missingBytes.sum()).isEqualTo(5);
  }

  @Test
  void shouldRefuseItAlsoWhenItWasHeld() throws IOException {
    take(0, 0, "a");
    take(4, Flags.BUNDLE, "junk");
    take(2, 0, "b");
    take(4, 0, "c");

    assertOutput("a\nb\nc\n");
    assertThat(counts.refused.sum()).isEqualTo(1);
    assertThat(intake.heldBytes()).isZero();
    assertThat(store.committed().sequence()).isEqualTo(4);
  }

  private void take(long start, int flags, String text) throws IOException {
    Delivery place = new Delivery(++sequence, 0, 0, 0);
    RecordHeader header = new RecordHeader(9, 1, start, text.length() + 1, flags, 1, sequence);
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    intake.take("web", new Arrival(place, header, Optional.empty(), payload), 0);
  }

  private void assertOutput(String text) throws IOException {
    store.commit();
    intake.committed();
    assertThat(directory.resolve("web/out")).hasContent(text);
  }
}
