package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.DirectoryWatcher;
import dev.natsfleet.logs.shipper.files.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More changes come between two looks than the watch of a directory keeps. */
class EventOverflowsTest {

  private static final long HOUR = 3_600_000_000_000L;

  @TempDir Path directory;

  @Test
  void shouldCountThatEventsWereLostAndCallItNoLossOfALog() throws Exception {
    ProgramClock clock = ProgramClock.system();
    try (Catalog catalog =
        new Catalog(
            List.of(directory + "/*.log"),
            new AtomicLong()::incrementAndGet,
            new CatalogTimes(clock, HOUR, HOUR),
            new Spool(Optional.empty(), 0),
            new DirectoryWatcher())) {
      catalog.refresh(0, clock.nanos());
      for (int i = 0; i < 20_000 && catalog.overflows() == 0; i++) {
        Files.delete(Files.createFile(directory.resolve(i + ".txt")));
        if (i % 1_000 == 999) {
          catalog.refresh(HOUR / 3_600, clock.nanos());
        }
      }

      assertThat(catalog.overflows()).isPositive();
      assertThat(catalog.total().losses()).isZero();
    }
  }
}
