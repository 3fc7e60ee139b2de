package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.record.RecordHeader;
import dev.natsfleet.logs.receiver.settings.GapPolicy;
import dev.natsfleet.logs.receiver.store.PartitionStore;
import dev.natsfleet.logs.receiver.stream.MessageMetadata;
import dev.natsfleet.logs.receiver.stream.ReceivedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that has lost a part of each of many logs. */
class ManyGapsTest {

  private static final int LOGS = 100;
  private static final int ROOM = 10_000;
  private static final String LONG = "x".repeat(1_000);
  private static final long LATER = Duration.ofSeconds(61).toNanos();

  @TempDir Path directory;
  private long sequence;

  @Test
  void shouldHoldNoMoreThanTheLimitAndReadTheRestAgain() throws IOException {
    try (PartitionStore store = StoreFixture.open(directory, "out%%");
        RecordSequencer sequencer =
            new RecordSequencer(
                store,
                new GapPolicy(Duration.ofSeconds(60), ROOM),
                new PartitionState(1_000, Set::of, System::nanoTime))) {
      // Given a long record behind a gap in each of them
      for (int log = 1; log <= LOGS; log++) {
        sequencer.accept("web", record(log, 0, "begin"), 0);
        sequencer.accept("web", record(log, 100, LONG), 0);
      }
      assertThat(sequencer.heldBytes()).isLessThan(ROOM + LOGS * 250L);

      // When a gap is filled, and the others are given up
      sequencer.accept("web", record(LOGS, 6, "y".repeat(93)), 0);
      assertThat(sequencer.pollReread()).isTrue();
      sequence = sequencer.position().sequence();
      assertThat(sequence).isEqualTo(2 * LOGS - 1);
      sequencer.accept("web", record(LOGS, 100, LONG), 0);
      sequencer.checkGaps(LATER, () -> false);
      for (sequence = sequencer.position().sequence(); sequence < 2 * LOGS; ) {
        int log = (int) sequence / 2 + 1;
        boolean first = sequence % 2 == 0;
        sequencer.accept("web", first ? record(log, 0, "begin") : record(log, 100, LONG), LATER);
      }
      store.commit();

      // Then every record is there once
      String output = Files.readString(directory.resolve("web/out%"));
      assertThat(output.lines().filter(LONG::equals)).hasSize(LOGS);
      assertThat(output.lines().filter(line -> line.endsWith("are missing here")))
          .hasSize(LOGS - 1);
    }
  }

  private ReceivedMessage record(long log, long start, String line) {
    byte[] payload = line.getBytes(StandardCharsets.US_ASCII);
    RecordHeader header = new RecordHeader(log, 1, start, payload.length + 1, 0, 1, 1);
    return new ReceivedMessage(
        "", new MessageMetadata(++sequence, 0, 0, 0), header, Optional.empty(), payload);
  }
}
