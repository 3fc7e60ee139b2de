package dev.natsfleet.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is emptied, written again and renamed between two looks. */
class EmptiedTest {

  @TempDir Path directory;
  private Path file;
  private Tailing log;

  @BeforeEach
  void start() throws Exception {
    file = directory.resolve("app.log");
    log = new Tailing(file);
    log.append("one");
    log.read();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldCountALossAndReadWhatWasWrittenAfter() throws Exception {
    empty("two two two");

    assertThat(log.read()).isEqualTo("two two two\nthree\n");
    assertThat(log.log().counts().losses()).isOne();
  }

  @Test
  void shouldGoOnInACopyThatWasMadeBefore() throws Exception {
    log.append("more");
    Files.copy(file, directory.resolve("app.log.9"));
    empty("two two two");

    assertThat(log.read()).isEqualTo("more\ntwo two two\nthree\n");
  }

  private void empty(String line) throws IOException {
    Files.newOutputStream(file).close(); // with the same inode
    log.append(line);
    log.rotate();
    log.append("three");
  }
}
