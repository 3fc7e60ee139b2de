package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log is a link, as {@code /var/log/containers/*.log} of Kubernetes, to a file elsewhere. */
class LinkedLogTest {

  @TempDir Path directory;
  private Path file;
  private CatalogFixture log;

  @BeforeEach
  void start() throws Exception {
    file = Files.createDirectories(directory.resolve("pods/shop_web_1/web")).resolve("0.log");
    CatalogFixture.append(file, "one");
    Path containers = Files.createDirectory(directory.resolve("containers"));
    Path middle = Files.createSymbolicLink(directory.resolve("pods/0.log"), file);
    log = new CatalogFixture(Files.createSymbolicLink(containers.resolve("web.log"), middle));
    assertThat(log.read()).isEqualTo("one\n");
    log.rest();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldReadTheLastLinesOfAFileThatIsRotatedBehindTheLink() throws Exception {
    CatalogFixture.append(file, "two");
    rotate("20261129-101500");
    CatalogFixture.append(file, "three");

    assertThat(log.read()).isEqualTo("two\nthree\n");
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldReadWhatWasRotatedAndPackedDuringAnOutage() throws Exception {
    CatalogFixture.append(file, "two");
    rotate("20261129-101500");
    CatalogFixture.append(file, "three");
    rotate("20261129-101510");
    log.restart(one -> one);
    CatalogFixture.append(file, "four");

    assertThat(log.read()).isEqualTo("two\nthree\nfour\n");
  }

  @Test
  void shouldReadAFileToItsEndAfterTheLinkLeadsToAnother() throws Exception {
    CatalogFixture.append(file, "two");
    Path next = file.resolveSibling("1.log");
    CatalogFixture.append(next, "three");
    Files.delete(link());
    Files.createSymbolicLink(link(), next);

    assertThat(log.read()).isEqualTo("two\nthree\n");
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldReadAFileToItsEndAfterTheLinkIsRemoved() throws Exception {
    CatalogFixture.append(file, "two");
    Files.delete(link());

    assertThat(log.read()).isEqualTo("two\n");
  }

  @Test
  void shouldReadAFileToItsEndAfterItsDirectoryIsAnother() throws Exception {
    Path releases = directory.resolve("releases");
    CatalogFixture.append(Files.createDirectories(releases.resolve("1")).resolve("app.log"), "one");
    Path current = Files.createSymbolicLink(directory.resolve("current"), releases.resolve("1"));
    try (CatalogFixture app = new CatalogFixture(current.resolve("app.log"))) {
      app.read();
      app.rest();
      app.append("two");
      Files.createDirectories(releases.resolve("2"));
      Files.delete(current);
      Files.createSymbolicLink(current, releases.resolve("2"));
      app.append("three");

      assertThat(app.read()).isEqualTo("two\nthree\n");
    }
  }

  @Test
  void shouldGoOnWhenTheDirectoryIsGoneThatALinkLedToBefore() throws Exception {
    Path next = Files.createDirectory(directory.resolve("next")).resolve("0.log");
    CatalogFixture.append(next, "two");
    Files.delete(link());
    Files.createSymbolicLink(link(), next);
    assertThat(log.read()).isEqualTo("two\n");
    Files.delete(file);
    Files.delete(file.getParent());
    CatalogFixture.append(next, "three");
    Files.move(next, next.resolveSibling("0.log.20261129-101500"));
    CatalogFixture.append(next, "four");

    assertThat(log.read()).isEqualTo("three\nfour\n");
    assertThat(log.log().counters().losses()).isZero();
  }

  private Path link() {
    return directory.resolve("containers/web.log");
  }

  private void rotate(String time) throws IOException {
    Files.move(file, file.resolveSibling("0.log." + time));
  }
}
