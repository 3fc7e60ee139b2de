package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.stream.Delivery;
import dev.natsfleet.logs.wire.RecordHeader;
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

/** What an intake has stored counts as written only when it is durable. */
class WrittenTest {

  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), 10_000);

  @TempDir Path directory;
  private final Set<Long> said = new HashSet<>();
  private final Counts counts = new Counts(2, () -> said);

  @Test
  void shouldCountAsWrittenWhatIsCommitted() throws IOException {
    try (PartitionStore store = Stores.open(directory, "out%%")) {
      Intake intake = new Intake(store, PATIENCE, counts);

      take(intake, 9, 0, "abc");
      assertThat(status(9).bytesStored()).isEqualTo(4);
      assertThat(status(9).linesWritten()).isZero();
      assertThat(counts.reached.known().orElseThrow()).isEmpty();

      store.commit();
      intake.committed();
      assertThat(status(9).bytesWritten()).isEqualTo(4);
      assertThat(Objects.requireNonNull(counts.reached.known().orElseThrow().get(9L)).of(1, 0))
          .isEqualTo(4);
    }
  }

  @Test
  void shouldForgetWhatMustBeReadAgain() throws IOException {
    try (PartitionStore store = Stores.open(directory, "out%%")) {
      take(new Intake(store, PATIENCE, counts), 9, 0, "abc");
    }
    try (PartitionStore store = Stores.open(directory, "out%%")) {
      Intake again = new Intake(store, PATIENCE, counts);
      assertThat(status(9).bytesStored()).isZero();

      take(again, 9, 0, "abc");
      assertThat(status(9).linesStored()).isOne();
    }
  }

  @Test
  void shouldCountTogetherWhatIsTooMany() throws IOException {
    try (PartitionStore store = Stores.open(directory, "out%%")) {
      Intake intake = new Intake(store, PATIENCE, counts);
      for (int log = 1; log <= 4; log++) {
        take(intake, log, 0, "abc");
      }
      store.commit();
      intake.committed();

      assertThat(counts.host("web").logs).hasSize(3);
      assertThat(status(-1).linesWritten()).isEqualTo(2);
      assertThat(counts.reached.known()).isEmpty();
    }
  }

  @Test
  void shouldCountLogsOneByOneAgainWhenOthersAreGone() throws IOException {
    try (PartitionStore store = Stores.open(directory, "out%%")) {
      Intake intake = new Intake(store, PATIENCE, counts);
      for (int log = 1; log <= 4; log++) {
        take(intake, log, 0, "abc");
      }
      store.commit();
      intake.committed();

      // When the shipper speaks of the last two only, and nothing comes between two looks
      said.addAll(List.of(3L, 4L));
      intake.retain(0);
      intake.retain(0);

      // Then
      assertThat(counts.reached.known().orElseThrow()).containsOnlyKeys(3L, 4L);
      assertThat(counts.host("web").all().linesWritten()).isEqualTo(4);
      take(intake, 4, 4, "abc");
      assertThat(status(4).linesStored()).isOne();
    }
  }

  @Test
  void shouldKnowNothingBeforeAStoreWasOpen() {
    assertThat(counts.reached.known()).isEmpty();
  }

  private FlowStatus status(long log) {
    return Objects.requireNonNull(counts.host("web").logs.get(log)).status();
  }

  private static void take(Intake intake, long log, long start, String line) throws IOException {
    RecordHeader header = new RecordHeader(log, 1, start, line.length() + 1, 0, 1, log);
    byte[] payload = line.getBytes(StandardCharsets.US_ASCII);
    Delivery place = new Delivery(log, 0, 0, 0);
    intake.take("web", new Arrival(place, header, Optional.empty(), payload), 0);
  }
}
