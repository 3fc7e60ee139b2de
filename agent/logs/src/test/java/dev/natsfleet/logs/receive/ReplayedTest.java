package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.stream.Delivery;
import dev.natsfleet.logs.wire.RecordHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit fails, and everything that it held comes again. */
class ReplayedTest {

  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), 10_000);
  private static final long LATER = Duration.ofSeconds(61).toNanos();

  @TempDir Path directory;
  private final Counts counts = new Counts();

  @Test
  void shouldCountAGapOnceHoweverOftenItIsReadAndNoMarker() throws IOException {
    // Given
    try (PartitionStore store = Stores.open(directory, "out%%")) {
      read(new Intake(store, PATIENCE, counts));
    }

    // When
    try (PartitionStore store = Stores.open(directory, "out%%")) {
      Intake again = new Intake(store, PATIENCE, counts);
      read(again);
      store.commit();
      again.committed();
    }

    // Then
    FlowStatus all = counts.host("web").all();
    assertThat(all.gaps()).isOne();
    assertThat(all.bytesLost()).isEqualTo(10);
    assertThat(all.bytesGivenUp()).isEqualTo(10);
    assertThat(all.duplicates()).isOne();
    assertThat(all.linesWritten()).isEqualTo(2);
    assertThat(all.bytesWritten()).isEqualTo(4);
    assertThat(counts.gaps.sum()).isOne();
    assertThat(counts.missingBytes.sum()).isEqualTo(10);
  }

  private static void read(Intake intake) throws IOException {
    intake.take("web", record(1, 0, "a"), 0);
    intake.take("web", record(2, 0, "a"), 0);
    intake.take("web", record(3, 12, "b"), 0);
    intake.tick(LATER, () -> false);
  }

  private static Arrival record(long sequence, long start, String line) {
    byte[] payload = line.getBytes(StandardCharsets.US_ASCII);
    RecordHeader header = new RecordHeader(9, 1, start, payload.length + 1, 0, 1, 1);
    return new Arrival(new Delivery(sequence, 0, 0, 0), header, Optional.empty(), payload);
  }
}
