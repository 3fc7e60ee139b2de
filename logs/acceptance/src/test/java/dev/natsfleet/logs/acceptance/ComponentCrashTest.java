package dev.natsfleet.logs.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that die: scenarios 6 and 7. A failure names the seed. */
@Tag("server")
class ComponentCrashTest {

  private static final int KILLS = 8;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;
  private LogWriter other;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    app = pipeline.writer("app.log", seed);
    other = pipeline.writer("other.log", seed + 1);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldLoseNothingWhenTheBrokerIsKilledOrStopped() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      write();
      atSomeMoment();
      if (random.nextBoolean()) {
        pipeline.broker().kill();
      } else {
        pipeline.broker().terminate();
      }
      write();
      pipeline.broker().start();
    }
    check();
  }

  @Test
  void shouldSendAgainWhatABrokerForgot() throws Exception {
    // Given a copy of the store, and more in the stream than in the copy
    write();
    check();
    pipeline.broker().terminate();
    copy(pipeline.broker().store(), directory.resolve("older"));
    pipeline.broker().start();
    write();
    check();

    // When the broker comes back with the copy
    pipeline.broker().kill();
    delete(pipeline.broker().store());
    copy(directory.resolve("older"), pipeline.broker().store());
    pipeline.broker().start();
    write();

    // Then
    check();
  }

  private void write() throws Exception {
    app.lines(10_000);
    other.lines(5_000);
  }

  private void check() throws Exception {
    try {
      pipeline.check(app, other);
    } catch (AssertionError | IllegalStateException e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  /** Anywhere between the start of the program and its having sent everything. */
  private void atSomeMoment() {
    LockSupport.parkNanos(random.nextInt(1_500) * 1_000_000L);
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path directory) throws Exception {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
