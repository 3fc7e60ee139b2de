package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner that is paused right after one of its checks, for longer than its lease. */
class PausedOwnerTest {

  private static final List<RecordScript.Line> LINES =
      List.of(
          new RecordScript.Line(1, "first ", true),
          new RecordScript.Line(2, "between", false),
          new RecordScript.Line(1, "goes on ", true),
          new RecordScript.Line(1, "and ends", false),
          new RecordScript.Line(2, "second ", true),
          new RecordScript.Line(1, "alone", false),
          new RecordScript.Line(2, "ends", false),
          new RecordScript.Line(1, "last", false));

  private static final int FEWEST = 20;

  @TempDir Path directory;
  private RecordScript recordScript;
  private int checks;
  private int pauseAt;
  private @Nullable PartitionStore next;

  @BeforeEach
  void begin() {
    recordScript = new RecordScript(directory.resolve("expected"), LINES);
  }

  @Test
  void shouldHarmNothingWhereverItIsPaused() throws IOException {
    recordScript.play(recordScript.open(1, () -> {}), LINES.size());
    String expected = recordScript.output();
    do {
      pauseAt++;
      recordScript = new RecordScript(directory.resolve("paused" + pauseAt), LINES);
      run();
      assertThat(recordScript.output()).as("paused behind check %d", pauseAt).isEqualTo(expected);
    } while (checks >= pauseAt);
    assertThat(pauseAt).isGreaterThan(FEWEST);
  }

  private void run() throws IOException {
    // Given an owner that was killed within a line
    recordScript.play(recordScript.open(5, () -> {}), 3);

    // When the one behind it is paused, and another takes over
    checks = 0;
    try (PartitionStore past = recordScript.open(7, this::pause)) {
      recordScript.play(past, LINES.size());
    } catch (IOException e) { // not the owner, or what it needs is gone
      assertThat(checks).isGreaterThanOrEqualTo(pauseAt);
    }

    // Then that one writes the rest
    try (PartitionStore last = next == null ? recordScript.open(9, () -> {}) : next) {
      recordScript.play(last, LINES.size());
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
      next = recordScript.open(9, () -> {});
      recordScript.play(next, 6);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("being taken over");
    }
  }
}
