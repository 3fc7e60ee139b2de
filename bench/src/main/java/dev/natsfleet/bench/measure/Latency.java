package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.compare.LogLoad;
import dev.natsfleet.bench.compare.NatsfleetPipeline;
import dev.natsfleet.bench.lines.DeliveryCheck;
import dev.natsfleet.bench.process.Testbed;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Measures the time from the writing of a line to its arrival in the receiver's file, at 10,000
 * lines per second.
 */
public record Latency(Duration length) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Runs once. */
  public List<Measurement> run(Testbed testbed) throws Exception {
    int bursts = ConstantRateWriter.bursts(length);
    NatsfleetPipeline pipeline =
        new NatsfleetPipeline("line", new LogLoad((long) bursts * ConstantRateWriter.BURST));
    pipeline.startReceiver(testbed);
    testbed.awaitConsumer(NatsfleetPipeline.STREAM);
    pipeline.startShipper(testbed);
    testbed.awaitConnections(2);
    FutureTask<Void> writer =
        ConstantRateWriter.start(testbed.at("in").resolve(LogLoad.FILE), bursts);
    Samples samples = new Samples(bursts * ConstantRateWriter.BURST);
    DeliveryCheck check = new DeliveryCheck(LogLoad.HOST, LogLoad.FILE, samples);
    testbed.awaitWritten(1, PATIENCE);
    follow(testbed, check, samples);
    writer.get();
    return List.of(
        new Measurement(
            "line mode, 10,000 lines/s, new line to the receiver's file: median",
            samples.at(0.5),
            ""),
        new Measurement("the same: 99th percentile", samples.at(0.99), "≤ 250 ms"),
        new Measurement("the same: slowest", samples.at(1), ""),
        new Measurement(
            "lines lost, duplicated, reordered, damaged",
            check.counts(samples.wanted()).toString(),
            "0 each"));
  }

  /** Reads the output while it grows; polls every millisecond. */
  private static void follow(Testbed testbed, DeliveryCheck check, Samples samples)
      throws Exception {
    byte[] buffer = new byte[1 << 16];
    long deadline = System.nanoTime() + PATIENCE.toNanos() * 3;
    try (InputStream in = Files.newInputStream(testbed.outputs().getFirst())) {
      while (samples.count() < samples.wanted() && System.nanoTime() < deadline) {
        int count = in.read(buffer);
        if (count > 0) {
          check.add(buffer, count);
        } else {
          LockSupport.parkNanos(1_000_000);
        }
      }
    }
  }

  /** The latencies of the lines, recorded when a line is seen. */
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
