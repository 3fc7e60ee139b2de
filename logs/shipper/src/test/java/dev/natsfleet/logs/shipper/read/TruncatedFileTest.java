package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is emptied and written again between two looks, and perhaps renamed, too. */
class TruncatedFileTest {

  @TempDir Path directory;
  private Path file;
  private CatalogFixture log;

  @BeforeEach
  void start() throws Exception {
    file = directory.resolve("app.log");
    log = new CatalogFixture(file);
    log.append("one");
    log.read();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldCountALossAndReadWhatWasWrittenAfter() throws Exception {
    writtenAgain();

    assertThat(log.read()).isEqualTo("two two two\nthree\n");
    assertThat(log.log().counters().losses()).isOne();
  }

  @Test
  void shouldGoOnInACopyThatWasMadeBefore() throws Exception {
    log.append("more");
    Files.copy(file, directory.resolve("app.log.9"));
    writtenAgain();

    assertThat(log.read()).isEqualTo("more\ntwo two two\nthree\n");
  }

  @Test
  void shouldNotReadACopyThatWasMadeBeforeTheLastLinesWereRead() throws Exception {
    Files.copy(file, directory.resolve("app.log.9"));
    log.append("more");
    assertThat(log.read()).isEqualTo("more\n");
    empty();
    log.append("two two two");

    assertThat(log.read() + log.read()).isEqualTo("two two two\n");
    assertThat(log.log().counters().losses()).isOne();
  }

  @Test
  void shouldCountOneLossWhileTheFileGrowsOn() throws Exception {
    empty();
    for (String line : new String[] {"two two two", "three", "four"}) {
      log.append(line);
      assertThat(log.read() + log.read()).isEqualTo(line + "\n");
    }

    assertThat(log.log().counters().losses()).isOne();
  }

  @Test
  void shouldDeclareALossWhenAShorterFileBeginsTheSame() throws Exception {
    log.rotate();
    log.append("banner");
    log.look();
    log.append("never read");
    log.look();
    empty();
    log.append("banner");

    assertThat(log.read() + log.read()).isEqualTo("banner\n");
    assertThat(log.log().counters().losses()).isOne();
  }

  private void writtenAgain() throws IOException {
    empty();
    log.append("two two two");
    log.rotate();
    log.append("three");
  }

  /** Its inode and its name stay. */
  private void empty() throws IOException {
    Files.newOutputStream(file).close();
  }
}
