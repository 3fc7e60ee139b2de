package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of logs, or what a link leads to, comes and goes between two looks. */
class VanishedDirectoryTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3_600 * SECOND;

  @TempDir Path directory;
  private final ProgramClock clock = ProgramClock.system();
  private Catalog catalog;
  private Path pods;
  private Path any;
  private long begun;

  @BeforeEach
  void start() throws Exception {
    pods = Files.createDirectory(directory.resolve("pods"));
    any = Files.createDirectory(directory.resolve("any"));
    catalog =
        new Catalog(
            List.of(pods + "/*/*.log", directory + "/*.log", directory + "/any/**.log"),
            new AtomicLong()::incrementAndGet,
            new CatalogTimes(clock, HOUR, HOUR),
            new Spool(Optional.empty(), 0));
    catalog.refresh(0, clock.nanos());
    begun = clock.nanos();
  }

  @AfterEach
  void end() throws Exception {
    catalog.close();
  }

  @Test
  void shouldTellAnUnknownLossOfADirectoryThatWasMadeAndRemoved() throws Exception {
    Path log = writePod("web");
    Files.delete(log);
    Files.delete(log.getParent());
    look(0);

    assertThat(catalog.total().unknownLosses()).isOne();
  }

  @Test
  void shouldTellADirectoryThatIsRemovedAfterALookAndBeforeAnybodyLookedInto() throws Exception {
    Path log = writePod("web");
    catalog.refresh(SECOND / 3, begun);
    Files.delete(log);
    Files.delete(log.getParent());
    look(0);

    assertThat(catalog.total().unknownLosses()).isOne();
  }

  @Test
  void shouldTellNothingOfALockFileWhoseNameOnlyAnyDepthStandsFor() throws Exception {
    Files.delete(Files.createFile(any.resolve("lock")));
    look(0);

    assertThat(catalog.total().losses()).isZero();
  }

  @Test
  void shouldTellADirectoryAtAnyDepthThatWasSeenAndIsRemoved() throws Exception {
    Path sub = Files.createDirectory(any.resolve("sub"));
    catalog.refresh(SECOND / 3, begun);
    Files.delete(sub);
    look(0);

    assertThat(catalog.total().unknownLosses()).isOne();
  }

  @Test
  void shouldTellNothingOfADirectoryThatIsRemovedAfterAScan() throws Exception {
    Path pod = Files.createDirectory(pods.resolve("web"));
    look(0);
    look(2 * HOUR);
    Files.delete(pod);
    look(2 * HOUR);

    assertThat(catalog.total().losses()).isZero();
  }

  @Test
  void shouldFollowALogInADirectoryThatWasMadeAndGivenAnotherMode() throws Exception {
    Path pod = writePod("web").getParent();
    Files.setPosixFilePermissions(pod, PosixFilePermissions.fromString("rwx------"));
    look(SECOND / 3);

    assertThat(catalog.logs()).hasSize(1);
  }

  @Test
  void shouldFollowALogInANewDirectoryBeforeTheNextScanIsDue() throws Exception {
    writePod("web");
    look(SECOND / 3);

    assertThat(catalog.logs()).hasSize(1);
    assertThat(catalog.total().losses()).isZero();
  }

  @Test
  void shouldTellALinkWhoseFileWasRenamedAndIsNotMadeAnew() throws Exception {
    Path log = writePod("web");
    Files.createSymbolicLink(directory.resolve("web.log"), log);
    Files.move(log, log.resolveSibling("0.20261130-101500"));
    look(0);
    assertThat(catalog.total().losses()).isZero();

    look(11 * SECOND);

    assertThat(catalog.total().unknownLosses()).isOne();
  }

  private Path writePod(String pod) throws Exception {
    Path log = Files.createDirectory(pods.resolve(pod)).resolve("0.log");
    CatalogFixture.append(log, "line");
    return log;
  }

  private void look(long later) throws Exception {
    catalog.refresh(SECOND / 3, begun + later);
    catalog.refresh(SECOND / 3, begun + later);
    catalog.refresh(0, begun + later);
  }
}
