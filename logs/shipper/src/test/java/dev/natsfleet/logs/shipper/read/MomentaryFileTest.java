package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are made and deleted while they are looked at: each is read, or told as lost. */
class MomentaryFileTest {

  private static final long HOUR = 3_600_000_000_000L;
  private static final long MILLI = 1_000_000;
  private static final long PATIENCE = 30_000 * MILLI;
  private static final int ROUNDS = 20;
  private static final int FILES = 50; // far fewer events than the kernel keeps for a directory

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
  void shouldReadOrTellEachFile() throws Exception {
    lookWhile(
        number -> {
          Path file = directory.resolve(number + ".log");
          CatalogFixture.append(file, "line " + number);
          Files.delete(file);
        });
  }

  @Test
  void shouldReadOrTellEachLink() throws Exception {
    Path files = Files.createDirectory(directory.resolve("files"));
    lookWhile(
        number -> {
          Path file = files.resolve("job" + number);
          CatalogFixture.append(file, "line " + number);
          Path link = Files.createSymbolicLink(directory.resolve(number + ".log"), file);
          Files.delete(file);
          Files.delete(link);
        });
  }

  private void lookWhile(Moment moment) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int first = round * FILES;
      CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> run(moment, first));
      while (!writer.isDone()) {
        catalog.refresh(MILLI, clock.nanos());
      }
      writer.join();
    }
    long limit = clock.nanos() + PATIENCE;
    while (readOrTold() < ROUNDS * FILES && clock.nanos() < limit) {
      catalog.refresh(20 * MILLI, clock.nanos());
    }
    assertThat(readOrTold()).isEqualTo(ROUNDS * FILES);
  }

  private long readOrTold() {
    long found = catalog.logs().stream().filter(log -> log.newest() != null).count();
    return found + catalog.total().unknownLosses();
  }

  private static void run(Moment moment, int first) {
    for (int i = 0; i < FILES; i++) {
      try {
        moment.pass(first + i);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What somebody does in a moment. */
  private interface Moment {
    void pass(int number) throws IOException;
  }
}
