package dev.natsfleet.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.output.CurrentFiles;
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
  private Script script;

  @BeforeEach
  void writeSome() throws IOException {
    script =
        new Script(
            directory,
            List.of(
                new Script.Line(1, "begin ", true),
                new Script.Line(2, "between", false),
                new Script.Line(1, "elsewhere", false),
                new Script.Line(2, "after", false)));
    try (PartitionStore store = script.open(5, () -> {})) {
      script.play(store, 2);
      store.release();
    }
  }

  @Test
  void shouldGoOnInAnotherFileAndKeepWhatIsHere() throws IOException {
    // When the other has written the third line
    try (PartitionStore store = script.open(9, () -> {}, current)) {
      store.goOnAt(new Position(3, 0));
      assertThat(current.contains(file("app-15"))).isFalse();
      script.play(store, 4);
      assertThat(current.contains(file("app-15.1"))).isTrue();
    }

    // Then that one is not here, and the beginning of the first is not lost
    assertThat(file("app-15")).hasContent("between\nbegin ");
    assertThat(file("app-15.1")).hasContent("after\n");
    try (PartitionStore store = script.open(11, () -> {})) {
      assertThat(store.committed()).isEqualTo(new Position(4, 0));
    }
  }

  @Test
  void shouldTellTheFurtherOfTwoPlacesByTimeWhenTheStreamWasMadeAnew() {
    Position known = new Position(1_000, 1_000 * SECOND);

    assertThat(known.isBefore(new Position(1_001, 999 * SECOND))).isTrue();
    assertThat(known.isBefore(new Position(999, 1_001 * SECOND))).isFalse();
    assertThat(known.isBefore(new Position(10, 2_000 * SECOND))).isTrue();
    assertThat(known.isBefore(new Position(9_000, 10 * SECOND))).isFalse();
    assertThat(known.isBefore(known)).isFalse();
  }

  private Path file(String name) {
    return directory.resolve("out/web").resolve(name);
  }
}
