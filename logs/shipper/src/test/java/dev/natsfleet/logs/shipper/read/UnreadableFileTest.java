package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotated file stays unreadable, and later files of its log wait behind it. */
class UnreadableFileTest {

  @TempDir Path directory;

  @Test
  void shouldGiveUpADamagedFileAfterAWhileAndReadThoseBehindIt() throws Exception {
    Path file = directory.resolve("app.log");
    try (CatalogFixture log = new CatalogFixture(file)) {
      log.append("one");
      log.read();
      log.rotate();
      log.append("two");
      log.read();
      log.rotate();
      log.append("three");
      Files.writeString(directory.resolve("app.log.1.gz"), "this was never packed");
      Files.delete(directory.resolve("app.log.1"));

      assertThat(log.read()).isEqualTo("three\n");
      assertThat(log.log().counters().unknownLosses()).isPositive();
    }
  }
}
