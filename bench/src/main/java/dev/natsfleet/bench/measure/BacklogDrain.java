package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.compare.LogLoad;
import dev.natsfleet.bench.compare.NatsfleetPipeline;
import dev.natsfleet.bench.lines.DeliveryCheck;
import dev.natsfleet.bench.lines.LineGenerator;
import dev.natsfleet.bench.process.BenchAwait;
import dev.natsfleet.bench.process.Testbed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Measures memory: a shipper starts with a large file and no receiver, then a receiver starts with
 * a full stream.
 */
public record BacklogDrain(LogLoad logLoad) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Runs once. */
  public List<Measurement> run(Testbed testbed) throws Exception {
    NatsfleetPipeline pipeline = new NatsfleetPipeline("line", logLoad);
    Path prepared = logLoad.prepare(testbed);
    pipeline.startReceiver(testbed);
    testbed.awaitConsumer(NatsfleetPipeline.STREAM);
    testbed.program(NatsfleetPipeline.RECEIVER).close();
    pipeline.startShipper(testbed);
    LogLoad.offer(testbed, prepared);
    BenchAwait.until(
        "the stream does not fill", PATIENCE, () -> stored(testbed) >= logLoad.lines());
    long shipper = testbed.program(NatsfleetPipeline.SHIPPER).cost().peakBytes();
    long start = System.nanoTime();
    pipeline.startReceiver(testbed);
    testbed.awaitWritten(logLoad.bytes(), PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    long receiver = testbed.program(NatsfleetPipeline.RECEIVER).cost().peakBytes();
    String lines = "%,d lines of %d B".formatted(logLoad.lines(), LineGenerator.SIZE);
    return List.of(
        new Measurement(
            "shipper, peak resident, file of " + lines, Measurement.mebibytes(shipper), "≤ 96 MiB"),
        new Measurement(
            "receiver, peak resident, backlog of " + lines,
            Measurement.mebibytes(receiver),
            "≤ 128 MiB"),
        new Measurement(
            "the same backlog written, start of the program included",
            Measurement.seconds(seconds),
            ""),
        new Measurement(
            "lines lost, duplicated, reordered, damaged",
            DeliveryCheck.read(testbed.outputs(), LogLoad.HOST, LogLoad.FILE, logLoad.lines())
                .toString(),
            "0 each"));
  }

  private static long stored(Testbed testbed) throws Exception {
    return testbed.streams(
        streams ->
            streams.getStreamInfo(NatsfleetPipeline.STREAM).getStreamState().getLastSequence());
  }
}
