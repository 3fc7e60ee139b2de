package dev.natsfleet.logs.shipper.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.checkpoint.CheckpointFile;
import dev.natsfleet.logs.shipper.files.Spool;
import dev.natsfleet.logs.shipper.publish.Ledger;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.CatalogTimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusQueriesTest {

  @TempDir Path directory;

  @Test
  void shouldTellOfALogWhoseFileCouldNotBeReadYet() throws Exception {
    // Given
    ProgramClock clock = ProgramClock.system();
    Path file = Files.writeString(directory.resolve("app.gz"), "this was never packed");
    try (Catalog catalog =
            new Catalog(
                List.of(file.toString()),
                () -> 1,
                new CatalogTimes(clock, 1, 1),
                new Spool(Optional.empty(), 0));
        CheckpointFile state = new CheckpointFile(directory.resolve("state"))) {
      Ledger ledger = new Ledger(1, 0, 0);
      StatusQueries queries =
          new StatusQueries(
              catalog,
              ledger,
              new CheckpointScheduler(state, catalog, ledger, () -> 1, clock),
              clock);
      catalog.refresh(0, clock.nanos());
      var answer = queries.ask();

      // When
      queries.answer(null);

      // Then
      assertThat(answer.join().logs())
          .extracting(ShipperStatus.LogStatus::path, ShipperStatus.LogStatus::generation)
          .containsExactly(tuple(file.toString(), 0L));
    }
  }
}
