package dev.natsfleet.logs.shipper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotatedNameTest {

  @ParameterizedTest
  @CsvSource({
    "app.log.2, 2",
    "app.log.12.gz, 12",
    "app.1.log, 1",
    "app.log-20261122, 0",
    "app.log-20261122.zst, 0",
    "app-2026-11-22T10.log, 0",
    "app.log.old, -1",
    "app.log.gz, -1",
    "app.log.bak, -2",
    "app.log-notes, -2",
    "app-worker.log, -2",
    "app-8080.log, -2",
  })
  void shouldRankAFileByTheNameThatARotationGives(String name, int rank) {
    assertThat(RotatedName.rank("app.log", name)).isEqualTo(rank);
  }
}
