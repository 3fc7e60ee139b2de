package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.compare.LogLoad;
import dev.natsfleet.bench.compare.NatsfleetPipeline;
import dev.natsfleet.bench.lines.DeliveryCheck;
import dev.natsfleet.bench.lines.DeliveryCounts;
import dev.natsfleet.bench.process.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes 10,000 lines per second while randomly chosen programs are killed with {@code kill -9},
 * one at a time.
 */
public record CrashSoak(Duration length) {

  private static final int SHORTEST_MILLIS = 1_500;
  private static final int LONGEST_MILLIS = 6_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> PARTS =
      List.of("nats-server", NatsfleetPipeline.SHIPPER, NatsfleetPipeline.RECEIVER);

  /** Runs once; fails unless every line arrives once and in order. */
  public List<Measurement> run(Testbed testbed) throws Exception {
    long seed = System.nanoTime();
    int bursts = ConstantRateWriter.bursts(length);
    LogLoad logLoad = new LogLoad((long) bursts * ConstantRateWriter.BURST);
    NatsfleetPipeline pipeline = new NatsfleetPipeline("line", logLoad);
    pipeline.startReceiver(testbed);
    testbed.awaitConsumer(NatsfleetPipeline.STREAM);
    pipeline.startShipper(testbed);
    FutureTask<Void> writer =
        ConstantRateWriter.start(testbed.at("in").resolve(LogLoad.FILE), bursts);
    int kills = kill(testbed, pipeline, writer, new Random(seed));
    testbed.awaitWritten(logLoad.bytes(), PATIENCE);
    DeliveryCounts counts =
        DeliveryCheck.read(testbed.outputs(), LogLoad.HOST, LogLoad.FILE, logLoad.lines());
    if (!counts.isExact()) {
      throw new IOException("seed " + seed + ": " + counts);
    }
    return List.of(
        new Measurement(
            "soak, %d s at 10,000 lines/s, %d times kill -9 of one part, seed %d"
                .formatted(length.toSeconds(), kills, seed),
            counts.toString(),
            "0 each"));
  }

  private static int kill(
      Testbed testbed, NatsfleetPipeline pipeline, FutureTask<Void> writer, Random random)
      throws Exception {
    int kills = 0;
    while (!hasEnded(writer, random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS))) {
      String part = PARTS.get(random.nextInt(PARTS.size()));
      testbed.program(part).kill();
      switch (part) {
        case NatsfleetPipeline.SHIPPER -> pipeline.startShipper(testbed);
        case NatsfleetPipeline.RECEIVER -> pipeline.startReceiver(testbed);
        default -> testbed.startBroker();
      }
      kills++;
    }
    return kills;
  }

  private static boolean hasEnded(FutureTask<Void> writer, int millis) throws Exception {
    try {
      writer.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return writer.isDone();
    }
  }
}
