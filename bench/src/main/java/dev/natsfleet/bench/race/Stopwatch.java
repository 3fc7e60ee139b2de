package dev.natsfleet.bench.race;

import dev.natsfleet.bench.lines.LineMaker;
import dev.natsfleet.bench.lines.Oracle;
import dev.natsfleet.bench.lines.Tally;
import dev.natsfleet.bench.process.Cost;
import dev.natsfleet.bench.process.Program;
import dev.natsfleet.bench.process.Rig;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Time and cost from one moment on. */
final class Stopwatch {

  private static final long STEP = Duration.ofMillis(5).toNanos();
  private static final long SILENCE = Duration.ofSeconds(6).toNanos();

  private final Rig rig;
  private final Map<String, Double> cpuAtStart = new HashMap<>();
  private final long start;

  Stopwatch(Rig rig) throws IOException {
    this.rig = rig;
    for (Program program : rig.programs()) {
      cpuAtStart.put(program.name(), program.cost().cpuSeconds());
    }
    this.start = System.nanoTime();
  }

  /** Waits for all bytes in the output, or for its growth to end; the time is that of the last. */
  Outcome awaitOutput(Load load) throws IOException {
    long size = 0;
    long grown = System.nanoTime();
    while (size < load.bytes() && System.nanoTime() - grown < SILENCE) {
      LockSupport.parkNanos(STEP);
      long now = rig.written();
      if (now > size) {
        size = now;
        grown = System.nanoTime();
      }
    }
    double cpu = cpuSeconds();
    Tally tally = Oracle.read(rig.outputs(), Load.HOST, Load.FILE, load.lines());
    long lines = size / LineMaker.SIZE;
    return outcome(new Load(lines), grown, cpu, Optional.of(tally));
  }

  /** Waits for the end of programs that end by themselves. */
  Outcome awaitEnd(Load load, Program... programs) throws IOException {
    for (Program program : programs) {
      while (program.isAlive()) {
        LockSupport.parkNanos(STEP);
        for (Program each : rig.programs()) {
          each.cost();
        }
      }
    }
    return outcome(load, System.nanoTime(), cpuSeconds(), Optional.empty());
  }

  private Outcome outcome(Load arrived, long end, double cpu, Optional<Tally> tally)
      throws IOException {
    Map<String, Long> peaks = new LinkedHashMap<>();
    for (Program program : rig.programs()) {
      peaks.put(program.name(), program.cost().peakBytes());
    }
    return new Outcome(arrived.lines(), arrived.bytes(), (end - start) / 1e9, cpu, peaks, tally);
  }

  private double cpuSeconds() throws IOException {
    double sum = 0;
    for (Program program : rig.programs()) {
      Cost cost = program.cost();
      sum += cost.cpuSeconds() - cpuAtStart.getOrDefault(program.name(), 0.0);
    }
    return sum;
  }
}
