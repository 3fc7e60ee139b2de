package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hard links keep what a rotation deletes before it was read. */
class SpoolTest {

  @TempDir Path directory;
  private CatalogFixture log;

  @BeforeEach
  void start() throws Exception {
    log = new CatalogFixture(directory.resolve("app.log"), directory.resolve("spool"));
    log.append("one");
    log.read();
    log.append("more");
    log.look();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldReadAFileThatWasPackedAndDeleted() throws Exception {
    log.rotate();
    log.pack(1);
    log.append("two");
    log.look();
    Files.delete(directory.resolve("app.log.1.gz"));

    assertThat(log.read()).isEqualTo("more\ntwo\n");
  }

  @Test
  void shouldReadAPackedFileThatWasFirstSeenPackedAndDeleted() throws Exception {
    log.rotate();
    log.append("two");
    log.rotate();
    log.pack(1);
    log.append("three");
    log.look();
    Files.delete(directory.resolve("app.log.1.gz"));
    Files.delete(directory.resolve("app.log.2"));

    assertThat(log.read()).isEqualTo("more\ntwo\nthree\n");
  }

  @Test
  void shouldReadACopyThatWasDeletedAfterTheLogWasEmptied() throws Exception {
    Files.copy(directory.resolve("app.log"), directory.resolve("app.log.1"));
    Files.newOutputStream(directory.resolve("app.log")).close();
    log.look();
    Files.delete(directory.resolve("app.log.1"));
    log.append("two");

    assertThat(log.read()).isEqualTo("more\ntwo\n");
    assertThat(log.gaps()).containsExactly("more\n".length());
  }

  /** logrotate leaves out, in silence, a log that has two links. */
  @Test
  void shouldNotLinkALogUnderItsOwnName() throws Exception {
    assertThat(Files.getAttribute(directory.resolve("app.log"), "unix:nlink")).isEqualTo(1);

    log.rotate();
    log.look();

    assertThat(Files.getAttribute(directory.resolve("app.log.1"), "unix:nlink")).isEqualTo(2);
  }

  @Test
  void shouldKeepNothingThatIsInTheStream() throws Exception {
    log.rotate();
    log.append("two");
    log.read();
    log.look();

    assertThat(directory.resolve("spool")).isDirectoryNotContaining("glob:**/natsfleet-*");
  }
}
