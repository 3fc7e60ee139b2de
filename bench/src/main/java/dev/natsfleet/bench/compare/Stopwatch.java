package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.lines.DeliveryCheck;
import dev.natsfleet.bench.lines.DeliveryCounts;
import dev.natsfleet.bench.lines.LineGenerator;
import dev.natsfleet.bench.process.MeasuredProgram;
import dev.natsfleet.bench.process.ProcessCost;
import dev.natsfleet.bench.process.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Measures time and CPU cost from its creation on. */
final class Stopwatch {

  private static final long STEP = Duration.ofMillis(5).toNanos();
  private static final long SILENCE = Duration.ofSeconds(6).toNanos();

  private final Testbed testbed;
  private final Map<String, Double> cpuAtStart = new HashMap<>();
  private final long start;

  Stopwatch(Testbed testbed) throws IOException {
    this.testbed = testbed;
    for (MeasuredProgram program : testbed.programs()) {
      cpuAtStart.put(program.name(), program.cost().cpuSeconds());
    }
    this.start = System.nanoTime();
  }

  /**
   * Waits until all bytes are in the output, or until it stops growing; the time ends with the last
   * byte seen.
   */
  CandidateResult awaitOutput(LogLoad logLoad) throws IOException {
    long size = 0;
    long grown = System.nanoTime();
    while (size < logLoad.bytes() && System.nanoTime() - grown < SILENCE) {
      LockSupport.parkNanos(STEP);
      long now = testbed.written();
      if (now > size) {
        size = now;
        grown = System.nanoTime();
      }
    }
    double cpu = cpuSeconds();
    DeliveryCounts counts =
        DeliveryCheck.read(testbed.outputs(), LogLoad.HOST, LogLoad.FILE, logLoad.lines());
    long lines = size / LineGenerator.SIZE;
    return outcome(new LogLoad(lines), grown, cpu, Optional.of(counts));
  }

  /** Waits for programs that end by themselves. */
  CandidateResult awaitEnd(LogLoad logLoad, MeasuredProgram... programs) throws IOException {
    for (MeasuredProgram program : programs) {
      while (program.isAlive()) {
        LockSupport.parkNanos(STEP);
        for (MeasuredProgram each : testbed.programs()) {
          each.cost();
        }
      }
    }
    return outcome(logLoad, System.nanoTime(), cpuSeconds(), Optional.empty());
  }

  private CandidateResult outcome(
      LogLoad arrived, long end, double cpu, Optional<DeliveryCounts> tally) throws IOException {
    Map<String, Long> peaks = new LinkedHashMap<>();
    for (MeasuredProgram program : testbed.programs()) {
      peaks.put(program.name(), program.cost().peakBytes());
    }
    return new CandidateResult(
        arrived.lines(), arrived.bytes(), (end - start) / 1e9, cpu, peaks, tally);
  }

  private double cpuSeconds() throws IOException {
    double sum = 0;
    for (MeasuredProgram program : testbed.programs()) {
      ProcessCost processCost = program.cost();
      sum += processCost.cpuSeconds() - cpuAtStart.getOrDefault(program.name(), 0.0);
    }
    return sum;
  }
}
