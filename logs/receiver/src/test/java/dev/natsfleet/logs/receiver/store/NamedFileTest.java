package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A line that is not complete is copied out of an output file. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class NamedFileTest {

  @TempDir Path directory;
  private Path output;
  private Path copy;

  @BeforeEach
  void write() throws IOException {
    output = Files.writeString(directory.resolve("out"), "one\ntwo");
    copy = directory.resolve("copy");
  }

  @Test
  void shouldCopyAPartOfAnotherFile() throws IOException {
    append(4, 3);

    assertThat(copy).hasContent("two");
  }

  @Test
  void shouldEndWhenSomebodyHasTruncatedTheFileThatIsCopied() {
    assertThatThrownBy(() -> append(4, 5))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("copied from has 7 bytes, and 9 were written");
  }

  private void append(long start, long length) throws IOException {
    try (FileChannel from = FileChannel.open(output);
        NamedFile to = NamedFile.open(copy)) {
      to.append(0, from, start, length);
    }
  }
}
