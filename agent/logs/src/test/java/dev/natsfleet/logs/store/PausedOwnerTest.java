package dev.natsfleet.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner that stands still right behind any of its checks, for longer than its lease. */
class PausedOwnerTest {

  private static final List<Script.Line> LINES =
      List.of(
          new Script.Line(1, "first ", true),
          new Script.Line(2, "between", false),
          new Script.Line(1, "goes on ", true),
          new Script.Line(1, "and ends", false),
          new Script.Line(2, "second ", true),
          new Script.Line(1, "alone", false),
          new Script.Line(2, "ends", false),
          new Script.Line(1, "last", false));

  private static final int FEWEST = 20;

  @TempDir Path directory;
  private Script script;
  private int checks;
  private int pauseAt;
  private @Nullable PartitionStore next;

  @BeforeEach
  void begin() {
    script = new Script(directory.resolve("expected"), LINES);
  }

  @Test
  void shouldHarmNothingWhereverItIsPaused() throws IOException {
    script.play(script.open(1, () -> {}), LINES.size());
    String expected = script.output();
    do {
      pauseAt++;
      script = new Script(directory.resolve("paused" + pauseAt), LINES);
      run();
      assertThat(script.output()).as("paused behind check %d", pauseAt).isEqualTo(expected);
    } while (checks >= pauseAt);
    assertThat(pauseAt).isGreaterThan(FEWEST);
  }

  private void run() throws IOException {
    // Given an owner that was killed in the midst of a line
    script.play(script.open(5, () -> {}), 3);

    // When the one behind it is paused, and another takes over
    checks = 0;
    try (PartitionStore past = script.open(7, this::pause)) {
      script.play(past, LINES.size());
    } catch (IOException e) { // not the owner, or what it needs is gone
      assertThat(checks).isGreaterThanOrEqualTo(pauseAt);
    }

    // Then that one writes the rest
    try (PartitionStore last = next == null ? script.open(9, () -> {}) : next) {
      script.play(last, LINES.size());
    }
    next = null;
  }

  private void pause() throws NotOwnerException {
    checks++;
    if (checks > pauseAt) {
      throw new NotOwnerException("the lease has ended");
    }
    if (checks == pauseAt) {
      takeOver();
    }
  }

  private void takeOver() {
    try {
      next = script.open(9, () -> {});
      script.play(next, 6);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("being taken over");
    }
  }
}
