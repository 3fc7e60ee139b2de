package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer keeps its file at a multiple of a block's length with spaces behind the last line. */
class PaddedFileTest {

  private static final String PADDING = " ".repeat(2_000);

  @TempDir Path directory;
  private Path file;
  private CatalogFixture log;
  private int written;

  @BeforeEach
  void start() throws Exception {
    file = directory.resolve("app.log");
    Files.writeString(file, PADDING);
    log = new CatalogFixture(file);
    assertThat(log.read()).isEmpty();
  }

  @AfterEach
  void end() throws Exception {
    assertThat(log.log().counters().losses()).isZero();
    assertThat(log.log().counters().unknownLosses()).isZero();
    log.close();
  }

  @Test
  void shouldReadEachLineOnce() throws Exception {
    for (int i = 0; i < 200; i++) {
      String line = "line " + i + "\n";
      write(line + PADDING);

      assertThat(log.read()).isEqualTo(line);
      if (i % 50 == 0) {
        log.rest();
      }
    }
  }

  @Test
  void shouldReadOnAfterARestartBehindWhichThePaddingIsGone() throws Exception {
    write("one\n" + PADDING);
    assertThat(log.read()).isEqualTo("one\n");
    Files.writeString(file, "one\ntwo\n");
    log.restart(one -> one);

    assertThat(log.read()).isEqualTo("two\n");
  }

  @Test
  void shouldReadSpacesThatSomethingFollows() throws Exception {
    String text = "one" + PADDING + "two\n      ";
    write(text);

    assertThat(log.read()).isEqualTo(text);
  }

  /** Writes behind the last line; what it does not count stands there until the next write. */
  private void write(String text) throws IOException {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.position(written);
      channel.write(StandardCharsets.US_ASCII.encode(text));
    }
    written += text.stripTrailing().length() + 1;
  }
}
