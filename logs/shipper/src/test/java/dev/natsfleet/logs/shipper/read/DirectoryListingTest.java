package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files beside a log that are none of its past, or cannot be read. */
class DirectoryListingTest {

  @TempDir Path directory;
  private CatalogFixture log;

  @BeforeEach
  void start() throws Exception {
    log = new CatalogFixture(directory.resolve("app.log"));
    log.append("one");
    log.read();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app-worker.log", "app-8080.log", "app.log.bak", "app.log.1.bz2", "app.log-notes"})
  void shouldLeaveFilesAloneThatNoRotationHasNamed(String other) throws Exception {
    log.rotate();
    Files.createFile(directory.resolve("app.log"));
    log.read();

    CatalogFixture.append(directory.resolve(other), "foreign");
    log.append("two");
    log.rotate();
    log.append("three");

    assertThat(log.read()).isEqualTo("two\nthree\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.log.1",
        "app.log.old",
        "app.log-20261122",
        "app-2026-11-22T10.log",
        "app.1.log"
      })
  void shouldReadWhatWasWrittenBeforeARotation(String name) throws Exception {
    log.append("two");
    Files.move(directory.resolve("app.log"), directory.resolve(name));
    log.restart(one -> one);
    log.append("three");

    assertThat(log.read()).isEqualTo("two\nthree\n");
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldReadWhatWasPackedInPlace() throws Exception {
    log.append("two");
    log.rotate();
    log.pack(1);
    Files.move(directory.resolve("app.log.1.gz"), directory.resolve("app.log.gz"));
    log.append("three");

    assertThat(log.read()).isEqualTo("two\nthree\n");
  }

  @Test
  void shouldGoOnBehindAPackedFileThatWasNeverWritten() throws Exception {
    log.rotate();
    Files.createFile(directory.resolve("app.log.1.gz").resolveSibling("app.log.0.gz"));
    log.append("two");

    assertThat(log.read()).isEqualTo("two\n");
    assertThat(log.gaps()).containsExactly(0);
  }

  @Test
  void shouldDeclareALossWhenMoreWasRotatedThanKept() throws Exception {
    for (String line : new String[] {"two", "three", "four"}) {
      log.append(line);
      log.rotate();
    }
    Files.delete(log.numbered(3));
    log.append("five");
    log.restart(one -> one);

    assertThat(log.read()).isEqualTo("three\nfour\nfive\n");
    assertThat(log.gaps()).containsExactly(0);
  }
}
