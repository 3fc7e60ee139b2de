package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link on the way to a log is swapped, in a directory that has no logs. */
class SwappedLinkTest {

  private static final long HOUR = TimeUnit.HOURS.toNanos(1);
  private static final long WAIT = TimeUnit.SECONDS.toNanos(5);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "current, current/app.log, 1, 2",
    "current, current/*.log, 1, 2",
    "chain/last, current/app.log, ../1, ../2",
    "chain/last, web.log, ../1, ../2",
    "chain/last, web.log, ../1/app.log, ../2/app.log"
  })
  void shouldBeSeenLongBeforeTheNextScan(String link, String pattern, Path before, Path after)
      throws Exception {
    for (String release : List.of("1", "2")) {
      Path file = Files.createDirectory(directory.resolve(release)).resolve("app.log");
      Files.writeString(file, "release " + release + "\n");
    }
    Path swapped = directory.resolve(link);
    Files.createDirectories(directory.resolve("chain"));
    Files.createSymbolicLink(swapped, before);
    if (!link.equals("current")) {
      Files.createSymbolicLink(directory.resolve("current"), swapped);
      Path file = before.endsWith("app.log") ? swapped : swapped.resolve("app.log");
      Files.createSymbolicLink(directory.resolve("web.log"), file);
    }
    try (Catalog catalog = open(directory.resolve(pattern))) {
      catalog.refresh(0, System.nanoTime());
      Path fresh = Files.createSymbolicLink(directory.resolve("chain/fresh"), after);
      Files.move(fresh, swapped, StandardCopyOption.ATOMIC_MOVE);

      assertThat(generations(catalog)).isEqualTo(2);
    }
  }

  /** Later than a scan that is asked for, and earlier than one that comes by itself. */
  private static long generations(Catalog catalog) throws Exception {
    long now = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
    TrackedLog log = catalog.logs().iterator().next();
    for (int i = 0; i < 4 && log.newestNumber() < 2; i++) {
      catalog.refresh(WAIT, now);
    }
    return log.newestNumber();
  }

  private static Catalog open(Path pattern) throws Exception {
    CatalogTimes times = new CatalogTimes(ProgramClock.system(), HOUR, HOUR);
    return new Catalog(
        List.of(pattern.toString()),
        new AtomicLong()::incrementAndGet,
        times,
        new Spool(Optional.empty(), 1));
  }
}
