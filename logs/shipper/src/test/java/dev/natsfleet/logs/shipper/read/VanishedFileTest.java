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
  private static final int LATER_LOOKS = 5;

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
  void shouldTellNothingOfAFileThatNeverHadAByteBesideALogThatIsNoLink() throws Exception {
    CatalogFixture.append(directory.resolve("app.log"), "one");
    awaitEvent();

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

  @Test
  void shouldTellAnUnknownLossOfALinkThatWasMadeAndDeleted() throws Exception {
    Path pod = link("pod");
    Files.delete(pod);
    awaitEvent();

    assertThat(catalog.total().unknownLosses()).isOne();
  }

  @Test
  void shouldTellEachOfManyLinksThatFollowOneAnother() throws Exception {
    link("first");
    awaitEvent();
    for (int i = 0; i < 20; i++) {
      Files.delete(link("pod" + i));
    }
    link("last");
    awaitEvent();

    assertThat(catalog.logs()).hasSize(2);
    assertThat(catalog.total().unknownLosses()).isEqualTo(20);
  }

  @Test
  void shouldTellALinkWhoseFileIsGoneBeforeItCouldBeRead() throws Exception {
    Path pod = link("pod");
    Path file = Files.readSymbolicLink(pod);
    Files.delete(file);
    Files.delete(file.getParent());
    awaitEvent();

    assertThat(catalog.total().unknownLosses()).isOne();
  }

  @Test
  void shouldTellAFileThatVanishedBesideAnotherNewOne() throws Exception {
    CatalogFixture.append(directory.resolve("job.log"), "line");
    Files.delete(directory.resolve("job.log"));
    CatalogFixture.append(directory.resolve("other.log"), "line");
    awaitEvent();

    assertThat(catalog.logs()).hasSize(1);
    assertThat(catalog.total().unknownLosses()).isOne();
  }

  @Test
  void shouldTellAFileThatWasWrittenUnderAnotherNameAndDeletedUnderThatOfALog() throws Exception {
    CatalogFixture.append(directory.resolve("app.log"), "one");
    awaitEvent();
    Path half = directory.resolve("job.tmp");
    CatalogFixture.append(half, "line");
    Files.move(half, directory.resolve("job.log"));
    Files.delete(directory.resolve("job.log"));
    awaitEvent();

    assertThat(catalog.total().unknownLosses()).isOne();
  }

  @Test
  void shouldTellInTheNextLogOfTheNameThatAFileWasRenamedAway() throws Exception {
    Path job = directory.resolve("job.log");
    CatalogFixture.append(job, "one");
    Files.move(job, directory.resolve("job.log.1"));
    CatalogFixture.append(job, "two");
    awaitEvent();

    TrackedLog log = catalog.logs().iterator().next();
    assertThat(catalog.total().unknownLosses()).isOne();
    assertThat(log.start(log.generations().getFirst()).lost()).isEqualTo(-1);
  }

  @Test
  void shouldTellAFileThatWasDeletedBeforeAnotherWasMovedToItsName() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other")).resolve("job.log");
    CatalogFixture.append(other, "two");
    Path job = directory.resolve("job.log");
    CatalogFixture.append(job, "one");
    Files.delete(job);
    Files.move(other, job);
    awaitEvent();

    assertThat(catalog.total().unknownLosses()).isOne();
  }

  private Path link(String pod) throws Exception {
    Path file = Files.createDirectories(directory.resolve("pods").resolve(pod)).resolve("0.log");
    CatalogFixture.append(file, "line");
    return Files.createSymbolicLink(directory.resolve(pod + ".log"), file);
  }

  private void writeAndDelete(String name) throws Exception {
    CatalogFixture.append(directory.resolve(name), "line");
    Files.delete(directory.resolve(name));
    awaitEvent();
  }

  /** Whether all events come at once is up to the kernel; the deletion is the last. */
  private void awaitEvent() throws InterruptedException, IOException {
    catalog.refresh(MINUTE, clock.nanos());
    for (int i = 0; i < LATER_LOOKS; i++) {
      catalog.refresh(MINUTE / 1_000, clock.nanos());
    }
  }
}
