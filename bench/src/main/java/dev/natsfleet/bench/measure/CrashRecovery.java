package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.compare.LogLoad;
import dev.natsfleet.bench.compare.NatsfleetPipeline;
import dev.natsfleet.bench.lines.DeliveryCheck;
import dev.natsfleet.bench.process.MeasuredProgram;
import dev.natsfleet.bench.process.Testbed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Kills broker, shipper and receiver at full rate with {@code kill -9} and measures how long they
 * need to deliver again.
 */
public record CrashRecovery(LogLoad logLoad) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Runs once. */
  public List<Measurement> run(Testbed testbed) throws Exception {
    NatsfleetPipeline pipeline = new NatsfleetPipeline("line", logLoad);
    Path prepared = logLoad.prepare(testbed);
    pipeline.startReceiver(testbed);
    testbed.awaitConsumer(NatsfleetPipeline.STREAM);
    pipeline.startShipper(testbed);
    LogLoad.offer(testbed, prepared);
    testbed.awaitWritten(logLoad.bytes() / 3, PATIENCE);
    for (MeasuredProgram program : testbed.programs()) {
      program.kill();
    }
    long before = testbed.written();
    long start = System.nanoTime();
    testbed.startBroker();
    pipeline.startReceiver(testbed);
    pipeline.startShipper(testbed);
    testbed.awaitWritten(before + 1, PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    testbed.awaitWritten(logLoad.bytes(), PATIENCE);
    return List.of(
        new Measurement(
            "kill -9 of everything at full rate: start to the first new byte in the output",
            Measurement.seconds(seconds),
            "≤ 5 s"),
        new Measurement(
            "lines lost, duplicated, reordered, damaged",
            DeliveryCheck.read(testbed.outputs(), LogLoad.HOST, LogLoad.FILE, logLoad.lines())
                .toString(),
            "0 each"));
  }
}
