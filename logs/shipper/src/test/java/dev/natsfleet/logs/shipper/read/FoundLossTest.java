package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file is gone with bytes that were seen, and comes back after they were counted as lost. */
class FoundLossTest {

  @TempDir Path directory;

  @Test
  @Timeout(60)
  void shouldTakeOffWhatIsReadAfterItWasCountedAsLost() throws Exception {
    Path file = directory.resolve("app.log");
    try (CatalogFixture log = new CatalogFixture(file)) {
      log.append("one");
      log.read();
      log.rest();
      log.append("three");
      log.look();
      Path away = Files.createDirectory(directory.resolve("away")).resolve("app.log");
      Files.move(file, away);
      log.rest();
      log.look();
      new GenerationLosses().lose(log.log(), log.log().generations().getFirst());
      assertThat(log.log().counters().bytesMissing()).isEqualTo("three\n".length());

      Files.move(away, directory.resolve("app.log.1"));
      CatalogFixture.append(directory.resolve("app.log.1"), "four");
      while (log.log().current().isEmpty()) {
        log.awaitEvent();
      }

      assertThat(log.read()).isEqualTo("three\nfour\n");
      assertThat(log.log().counters().bytesMissing()).isZero();
      assertThat(log.log().counters().bytesLost()).isEqualTo("three\n".length());
    }
  }
}
