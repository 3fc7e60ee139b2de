package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.lines.Oracle;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.race.Load;
import dev.natsfleet.bench.race.Ours;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** From a line's writing to its bytes in the receiver's file, at 10,000 lines a second. */
public record Latency(Duration length) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Runs once. */
  public List<Figure> run(Rig rig) throws Exception {
    int bursts = PacedWriter.bursts(length);
    Ours ours = new Ours("line", new Load((long) bursts * PacedWriter.BURST));
    ours.startReceiver(rig);
    rig.awaitConsumer(Ours.STREAM);
    ours.startShipper(rig);
    rig.awaitConnections(2);
    FutureTask<Void> writer = PacedWriter.start(rig.at("in").resolve(Load.FILE), bursts);
    Samples samples = new Samples(bursts * PacedWriter.BURST);
    Oracle oracle = new Oracle(Load.HOST, Load.FILE, samples);
    rig.awaitWritten(1, PATIENCE);
    follow(rig, oracle, samples);
    writer.get();
    return List.of(
        new Figure(
            "line mode, 10,000 lines/s, new line to the receiver's file: median",
            samples.at(0.5),
            ""),
        new Figure("the same: 99 of 100", samples.at(0.99), "≤ 250 ms"),
        new Figure("the same: all", samples.at(1), ""),
        new Figure(
            "what became of its lines", oracle.tally(samples.wanted()).toString(), "0 each"));
  }

  /** Reads the output as it grows, looking every millisecond. */
  private static void follow(Rig rig, Oracle oracle, Samples samples) throws Exception {
    byte[] buffer = new byte[1 << 16];
    long deadline = System.nanoTime() + PATIENCE.toNanos() * 3;
    try (InputStream in = Files.newInputStream(rig.outputs().getFirst())) {
      while (samples.count() < samples.wanted() && System.nanoTime() < deadline) {
        int count = in.read(buffer);
        if (count > 0) {
          oracle.take(buffer, count);
        } else {
          LockSupport.parkNanos(1_000_000);
        }
      }
    }
  }

  /** Latencies of lines, each taken when the line is seen. */
  private static final class Samples implements LongConsumer {

    private final long[] nanos;
    private int count;

    Samples(int wanted) {
      this.nanos = new long[wanted];
    }

    @Override
    public void accept(long writtenAt) {
      if (count < nanos.length) {
        nanos[count++] = System.nanoTime() - writtenAt;
      }
    }

    int count() {
      return count;
    }

    int wanted() {
      return nanos.length;
    }

    String at(double share) {
      long[] sorted = Arrays.copyOf(nanos, count);
      Arrays.sort(sorted);
      return count == 0 ? "none" : sorted[(int) Math.ceil(share * count) - 1] / 1_000_000 + " ms";
    }
  }
}
