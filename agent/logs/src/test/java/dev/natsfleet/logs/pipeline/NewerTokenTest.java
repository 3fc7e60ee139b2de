package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is newer than any lease: a server whose clock is behind made the bucket anew. */
class NewerTokenTest {

  @TempDir Path directory;

  @Test
  void shouldStallAndSayItOnce() throws Exception {
    // Given
    Path partition = directory.resolve("receiver/state/main/partition-0");
    Path newer =
        Files.createDirectories(partition).resolve("journal-0%d".formatted(Long.MAX_VALUE));
    Files.createFile(newer);
    try (Journey journey = new Journey(directory, "SHIPPER_OWNERSHIP=elastic", Gauges.LISTEN)) {
      Receiving receiving = journey.receiving();
      receiving.awaitSaying("has been taken with a newer token");

      // When
      Await.until(
          Receiving.PATIENCE,
          () -> Figures.of(receiving).of("stalls_total") > 3,
          () -> "it does not count: " + receiving.log());

      // Then
      assertThat(receiving.log().split("a newer token", -1)).hasSize(2);
      assertThat(receiving.log().split("a partition is ours", -1)).hasSize(2);
      Files.delete(newer);
      LogWriter app = journey.writer("app.log");
      app.lines(100);
      journey.check(app);
    }
  }
}
