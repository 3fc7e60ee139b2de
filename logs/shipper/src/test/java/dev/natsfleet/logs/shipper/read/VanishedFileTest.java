package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that matches is made and deleted between two looks; only the kernel's watch tells it. */
class VanishedFileTest {

  private static final long MINUTE = 60_000_000_000L;
  private static final long HOUR = 60 * MINUTE;

  @TempDir Path directory;
  private final ProgramClock clock = ProgramClock.system();
  private Catalog catalog;

  @BeforeEach
  void start() throws Exception {
    catalog =
        new Catalog(
            List.of(directory + "/*.log"),
            new AtomicLong()::incrementAndGet,
            new CatalogTimes(clock, HOUR, HOUR),
            new Spool(Optional.empty(), 0));
    catalog.refresh(0, clock.nanos());
  }

  @AfterEach
  void end() throws Exception {
    catalog.close();
  }

  @Test
  void shouldTellAnUnknownLossOfAFileThatWasWrittenAndDeleted() throws Exception {
    writeAndDelete("job.log");

    assertThat(catalog.total().unknownLosses()).isOne();
    assertThat(catalog.total().losses()).isOne();
  }

  @Test
  void shouldTellNothingOfAFileThatNeverHadAByte() throws Exception {
    Files.delete(Files.createFile(directory.resolve("lock.log")));
    awaitEvent();

    assertThat(catalog.total().losses()).isZero();
  }

  @Test
  void shouldTellNothingOfAFileThatNoPatternMatches() throws Exception {
    writeAndDelete("job.tmp");

    assertThat(catalog.total().losses()).isZero();
  }

  @Test
  void shouldTellNothingOfAFileThatWasWrittenUnderAnotherNameThatMatches() throws Exception {
    Path fresh = directory.resolve("fresh.log");
    CatalogFixture.append(fresh, "one");
    Files.move(fresh, directory.resolve("job.log"));
    awaitEvent();

    assertThat(catalog.logs()).hasSize(1);
    assertThat(catalog.total().losses()).isZero();
  }

  @Test
  void shouldTellNothingOfAFileThatIsRenamedOverAKnownLog() throws Exception {
    // Given
    Path job = directory.resolve("job.log");
    CatalogFixture.append(job, "one");
    awaitEvent();

    // When
    Path next = directory.resolve("next.log");
    CatalogFixture.append(next, "one");
    Files.move(next, job, StandardCopyOption.REPLACE_EXISTING);
    awaitEvent();

    // Then
    assertThat(catalog.total().losses()).isZero();
  }

  private void writeAndDelete(String name) throws Exception {
    CatalogFixture.append(directory.resolve(name), "line");
    Files.delete(directory.resolve(name));
    awaitEvent();
  }

  /** Whether all events come at once is up to the kernel; the deletion is the last. */
  private void awaitEvent() throws InterruptedException, IOException {
    catalog.refresh(MINUTE, clock.nanos());
    catalog.refresh(MINUTE / 200, clock.nanos());
    catalog.refresh(0, clock.nanos());
  }
}
