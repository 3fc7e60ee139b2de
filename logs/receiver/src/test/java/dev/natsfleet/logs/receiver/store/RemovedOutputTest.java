package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody removes, replaces or truncates what the receiver writes. */
class RemovedOutputTest {

  @TempDir Path directory;
  private RecordScript script;
  private Path file;

  @BeforeEach
  void write() {
    script =
        new RecordScript(
            directory,
            List.of(
                new RecordScript.Line(1, "one", false), new RecordScript.Line(1, "two", false)));
    file = directory.resolve("out/web/app-15");
  }

  @Test
  void shouldNotCommitToAFileThatIsGone() throws IOException {
    assertWrittenAgain(() -> Files.delete(file));
  }

  @Test
  void shouldNotCommitToADirectoryThatIsGone() throws IOException {
    assertWrittenAgain(
        () -> {
          Files.delete(file);
          Files.delete(file.getParent());
        });
  }

  @Test
  void shouldNotCommitToAFileThatHasLostItsName() throws IOException {
    assertWrittenAgain(
        () -> {
          Files.move(file, directory.resolve("moved"));
          Files.createFile(file);
        });
  }

  @Test
  void shouldNotLeaveAHoleInAFileThatWasTruncated() throws IOException {
    assertWrittenAgain(() -> Files.newOutputStream(file).close());
  }

  @Test
  void shouldNeitherCutNorContinueALongerFileThatHasTakenTheName() throws IOException {
    String foreign = "a line of somebody else\nand another\n";
    try (PartitionStore store = script.open(0, () -> {})) {
      script.play(store, 1);
      Path fresh = Files.writeString(directory.resolve("fresh"), foreign);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      assertThatThrownBy(() -> script.play(store, 2)).isInstanceOf(IOException.class);
    }

    try (PartitionStore store = script.open(0, () -> {})) {
      script.play(store, 2);
    }
    assertThat(file).hasContent(foreign.strip());
    assertThat(file.resolveSibling("app-15.1")).hasContent("two");
  }

  @Test
  void shouldWriteAJournalAnewThatIsGone() throws IOException {
    try (PartitionStore store = script.open(0, () -> {})) {
      script.play(store, 1);
      Files.delete(directory.resolve("state/journal-" + "0".repeat(20)));
      script.play(store, 2);
    }

    try (PartitionStore store = script.open(0, () -> {})) {
      assertThat(store.committed().sequence()).isEqualTo(2);
    }
  }

  private void assertWrittenAgain(Harm harm) throws IOException {
    try (PartitionStore store = script.open(0, () -> {})) {
      script.play(store, 1);
      harm.run();
      assertThatThrownBy(() -> script.play(store, 2))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString());
    }

    try (PartitionStore store = script.open(0, () -> {})) {
      assertThat(store.committed().sequence()).isEqualTo(1);
      script.play(store, 2);
    }
    assertThat(script.output()).isEqualTo("two\n");
  }

  /** What somebody does. */
  private interface Harm {
    void run() throws IOException;
  }
}
