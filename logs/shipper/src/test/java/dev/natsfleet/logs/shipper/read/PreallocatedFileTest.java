package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer reserves space for a file, and overwrites its zeros line by line. */
class PreallocatedFileTest {

  private static final int RESERVED = 1 << 20;

  @TempDir Path directory;
  private Path file;
  private CatalogFixture log;
  private int changes;

  @BeforeEach
  void reserve() throws Exception {
    file = directory.resolve("app.log");
    Files.write(file, new byte[RESERVED]);
    log = new CatalogFixture(file);
    assertThat(log.read()).isEmpty();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldReadEachLineOnceThatIsWrittenIntoIt() throws Exception {
    StringBuilder written = new StringBuilder();
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      String line = "line " + i + "\n";
      write(written.length(), line);
      written.append(line);
      read.append(log.read());
      log.rest();
    }

    assertThat(read).hasToString(written.toString());
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldLoseNothingWhenTheRestIsGivenBack() throws Exception {
    write(0, "one\n");
    assertThat(log.read()).isEqualTo("one\n");
    resize(4);
    log.look();
    write(4, "two\n");

    assertThat(log.read()).isEqualTo("two\n");
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldLoseNothingWhenTheRestIsGivenBackDuringAnOutage() throws Exception {
    write(0, "one\n");
    assertThat(log.read()).isEqualTo("one\n");
    resize(4);
    log.restart(one -> one);
    write(4, "two\n");

    assertThat(log.read()).isEqualTo("two\n");
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldNotCountReservedSpaceAsLostWhenTheFileIsDeleted() throws Exception {
    write(0, "one\n");
    assertThat(log.read()).isEqualTo("one\n");
    log.rest();
    Files.delete(file);

    assertThat(log.read()).isEmpty();
    assertThat(log.log().counters().bytesLost()).isZero();
  }

  @Test
  void shouldNotCountReservedSpaceThatWasNeverReadAsLost() throws Exception {
    Path other = directory.resolve("other.log");
    Files.write(other, new byte[1000]);
    try (CatalogFixture fresh = new CatalogFixture(other)) {
      fresh.look();
      fresh.restart(one -> one);
      Files.delete(other);
      fresh.read();

      assertThat(fresh.log().counters().bytesLost()).isZero();
      assertThat(fresh.log().counters().unknownLosses()).isOne();
    }
  }

  @Test
  void shouldTellWhatIsCutOffOfAFileThatIsFullByNow() throws Exception {
    write(0, "one\n");
    log.read();
    write(4, "x".repeat(RESERVED - 5) + "\n");
    assertThat(log.read()).hasSize(RESERVED - 4);
    write(RESERVED, "two\n");
    log.look();
    resize(RESERVED);
    log.look();

    assertThat(log.log().generations().getLast().isLossy()).isTrue();
  }

  @Test
  void shouldReadZerosThatStandBeforeALine() throws Exception {
    write(300_000, "one\n");

    assertThat(log.read()).isEqualTo("\0".repeat(300_000) + "one\n");
  }

  private void write(long at, String text) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(at);
      open.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    changed();
  }

  private void resize(long length) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(length);
    }
    changed();
  }

  /** Two changes within a tick of the kernel's clock have the same time. */
  private void changed() throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * ++changes));
  }
}
