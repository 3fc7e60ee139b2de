package dev.natsfleet.logs.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 15: 20,000 files. */
@Tag("server")
class ManyFilesTest {

  private static final int FILES = 20_000;
  private static final Duration CHURN = Duration.ofSeconds(ScenarioStrength.of("churn", 3, 300));
  private static final int IDLE_SECONDS = 30; // from one look at everything to the next
  private static final int LOOKS_BY_THE_CLOCK = 300; // times what a look costs, else the rescan
  private static final String OVERFLOWING =
      "JDK_JAVA_OPTIONS=-Djdk.nio.file.WatchService.maxEventsPerPoll=16";

  @TempDir Path directory;

  @Test
  void shouldCostNothingWhileIdleAndSeeALineAtOnceWhileFilesComeAndGo() throws Exception {
    Path logs = Files.createDirectories(directory.resolve("logs"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(logs.resolve("idle" + i + ".log"), "idle%d 0\n".formatted(i));
    }
    try (PipelineRun pipelineRun =
        new PipelineRun(directory, OVERFLOWING, ProgramGauges.LISTEN, "SHIPPER_RESCAN=30s")) {
      ChildProcess shipper = pipelineRun.pipeline().shipper();
      List<LogWriter> active =
          IntStream.range(0, 10).mapToObj(i -> pipelineRun.writer("active" + i + ".log")).toList();
      for (LogWriter writer : active) {
        writer.lines(1);
      }
      Await.until(
          Duration.ofMinutes(2),
          () -> pipelineRun.pipeline().metric("all_read_lines_total") >= FILES + active.size(),
          () -> "not all lines were sent");

      // When 500 files a second come and go
      AtomicBoolean enough = new AtomicBoolean();
      CompletableFuture<Void> churn =
          CompletableFuture.runAsync(() -> churn(logs, enough), Thread::startVirtualThread);
      List<Long> nanos = new ArrayList<>();
      long end = System.nanoTime() + CHURN.toNanos();
      while (nanos.size() < 11 || System.nanoTime() < end) {
        LogWriter writer = active.get(nanos.size() % active.size());
        writer.lines(1);
        nanos.add(nanosUntil(pipelineRun, writer.lastLine()));
      }
      nanos.sort(Comparator.naturalOrder());
      Duration byTheClock = timeBetweenLooks(logs);
      long descriptors = ProgramGauges.descriptors(shipper);
      enough.set(true);
      churn.join();

      // Then
      assertThat(Duration.ofNanos(nanos.get(nanos.size() / 2)))
          .as("median of the times until a new line is at the receiver")
          .isLessThan(byTheClock.dividedBy(2));
      assertThat(descriptors).isLessThan(400);
      awaitRest(pipelineRun.pipeline());
      assertThat(Files.size(directory.resolve("state/checkpoint")))
          .as("bytes of state")
          .isLessThan(512L * (FILES + 10 + 501));
      ProgramGauges.assertFlat(shipper, pipelineRun.receiving().process());
      ScenarioStrength.held(
          "15, files: %d, %s with 500 a second, median %d ms"
              .formatted(FILES, CHURN, nanos.get(nanos.size() / 2) / 1_000_000));
    }
  }

  /** Time from a line's being written to its being in the receiver's file. */
  private static long nanosUntil(PipelineRun pipelineRun, String line) throws Exception {
    long began = System.nanoTime();
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> pipelineRun.receiving().contains(PipelineRun.HOST, line),
        () -> "the line does not come");
    return System.nanoTime() - began;
  }

  /**
   * How soon a line would be seen that no event tells of: each is written just after the look that
   * found the one before. What a look costs is measured here, so that a slow machine has longer.
   */
  private static Duration timeBetweenLooks(Path logs) {
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      long newest = 0;
      for (File file : requireNonNull(logs.toFile().listFiles())) {
        newest = Math.max(newest, file.lastModified());
      }
      assertThat(newest).isPositive();
      shortest = Math.min(shortest, System.nanoTime() - began);
    }
    long wait = Math.min(LOOKS_BY_THE_CLOCK * shortest, TimeUnit.SECONDS.toNanos(IDLE_SECONDS));
    return Duration.ofNanos(wait);
  }

  /** 500 a second, each for a second, each with a line. */
  private static void churn(Path logs, AtomicBoolean enough) {
    for (int i = 0; !enough.get(); i++) {
      logs.resolve("churn" + (i - 500) + ".log").toFile().delete();
      new LogWriter(logs.resolve("churn" + i + ".log"), i).unchecked(1);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  /** Waits for less than a hundredth of a core from one look at everything to the next. */
  private static void awaitRest(Pipeline pipeline) throws Exception {
    Await.until(
        Duration.ofMinutes(3),
        () -> spent(pipeline, IDLE_SECONDS) < IDLE_SECONDS,
        () -> "it does not come to rest");
    assertThat(pipeline.metric("logs")).isLessThanOrEqualTo(FILES + 10 + 501);
  }

  /** Hundredths of a second of CPU time. */
  private static long spent(Pipeline pipeline, int seconds) throws Exception {
    long before = ProgramGauges.ticks(pipeline.shipper());
    TimeUnit.SECONDS.sleep(seconds); // an idle period is a time
    return ProgramGauges.ticks(pipeline.shipper()) - before;
  }
}
