package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that change under the shipper's hands: scenarios 3, 4 and 5, harder than logrotate makes
 * it.
 */
@Tag("server")
class RotationTest {

  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    app = pipeline.writer("app.log", 1);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldReadEveryGenerationThatWasRenamed() throws Exception {
    app.lines(1);
    pipeline.check(app);
    for (int i = 0; i < 5; i++) {
      app.lines(2_000);
      Files.move(app.file(), pipeline.logs().resolve("app.log.20261122-00" + i));
    }
    app.lines(10);

    assertThat(pipeline.check(app).lost()).isZero();
  }

  @Test
  void shouldReadGenerationsMadeDuringAnOutageInOrder() throws Exception {
    // Given
    app.lines(1_000);
    pipeline.check(app);
    pipeline.shipper().kill();

    // When three rotations happen, one of them packed
    for (int i = 0; i < 3; i++) {
      app.lines(1_000);
      renumber(3);
      Files.move(app.file(), numbered(1));
    }
    pack(numbered(3));
    app.lines(1_000);
    pipeline.restartShipper();

    // Then
    assertThat(pipeline.check(app).lost()).isZero();
  }

  @Test
  void shouldGoOnInTheCopyWhenAFileIsTruncated() throws Exception {
    app.lines(5_000);
    pipeline.check(app);
    pipeline.shipper().kill();
    app.lines(1_000);
    copyTruncate();
    app.lines(20_000); // past the old offset
    pipeline.restartShipper();

    assertThat(pipeline.check(app).lost()).isZero();
  }

  @Test
  void shouldNoticeATruncationWhileItRuns() throws Exception {
    app.lines(1);
    pipeline.check(app);
    for (int i = 0; i < 4; i++) {
      app.lines(3_000);
      copyTruncate();
      Files.move(numbered(1), numbered(10 - i));
    }
    app.lines(100);

    assertThat(pipeline.check(app).lost()).isZero();
  }

  /** As a reused inode, and harder: even the time of birth stays the same. */
  @Test
  void shouldReadAnInodeWithOtherContentFromItsStart() throws Exception {
    // Given
    byte[] sameFirstLine = "the same first line\n".getBytes(StandardCharsets.UTF_8);
    app.bytes(sameFirstLine);
    app.lines(100);
    pipeline.check(app);
    pipeline.shipper().kill();

    // When
    truncate();
    app.bytes(sameFirstLine);
    app.lines(200);
    pipeline.restartShipper();

    // Then
    assertThat(pipeline.check(app).unknown()).as("the old file may have grown unseen").isOne();
  }

  private void copyTruncate() throws Exception {
    Files.copy(app.file(), numbered(1));
    truncate();
  }

  private void truncate() throws Exception {
    Files.newByteChannel(app.file(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
        .close();
  }

  private void renumber(int highest) throws Exception {
    for (int i = highest; i >= 1; i--) {
      if (Files.exists(numbered(i))) {
        Files.move(numbered(i), numbered(i + 1));
      }
    }
  }

  private Path numbered(int number) {
    return pipeline.logs().resolve("app.log." + number);
  }

  private static void pack(Path file) throws Exception {
    Path packed = file.resolveSibling(file.getFileName() + ".gz");
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      in.transferTo(out);
    }
    Files.setLastModifiedTime(packed, Files.getLastModifiedTime(file));
    Files.delete(file);
  }
}
