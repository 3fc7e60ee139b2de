package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partition that comes back from an owner with a directory of its own. */
class OtherVolumeTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path directory;
  private final CurrentFiles current = new CurrentFiles();
  private RecordScript recordScript;

  @BeforeEach
  void writeSome() throws IOException {
    recordScript =
        new RecordScript(
            directory,
            List.of(
                new RecordScript.Line(1, "begin ", true),
                new RecordScript.Line(2, "between", false),
                new RecordScript.Line(1, "elsewhere", false),
                new RecordScript.Line(2, "after", false)));
    try (PartitionStore store = recordScript.open(5, () -> {})) {
      recordScript.play(store, 2);
      store.release();
    }
  }

  @Test
  void shouldGoOnInAnotherFileAndKeepWhatIsHere() throws IOException {
    // When the other has written the third line
    try (PartitionStore store = recordScript.open(9, () -> {}, current)) {
      store.restartAt(new StreamPosition(3, 0));
      assertThat(current.contains(file("app-15"))).isFalse();
      recordScript.play(store, 4);
      assertThat(current.contains(file("app-15.1"))).isTrue();
    }

    // Then that one is not here, and the beginning of the first is not lost
    assertThat(file("app-15")).hasContent("between\nbegin ");
    assertThat(file("app-15.1")).hasContent("after\n");
    try (PartitionStore store = recordScript.open(11, () -> {})) {
      assertThat(store.committed()).isEqualTo(new StreamPosition(4, 0));
    }
  }

  @Test
  void shouldCompareTwoPositionsByTimeWhenTheStreamWasMadeAnew() {
    StreamPosition known = new StreamPosition(1_000, 1_000 * SECOND);

    assertThat(known.isBefore(new StreamPosition(1_001, 999 * SECOND))).isTrue();
    assertThat(known.isBefore(new StreamPosition(999, 1_001 * SECOND))).isFalse();
    assertThat(known.isBefore(new StreamPosition(10, 2_000 * SECOND))).isTrue();
    assertThat(known.isBefore(new StreamPosition(9_000, 10 * SECOND))).isFalse();
    assertThat(known.isBefore(known)).isFalse();
  }

  private Path file(String name) {
    return directory.resolve("out/web").resolve(name);
  }
}
