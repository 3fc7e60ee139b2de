package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.compare.LogLoad;
import dev.natsfleet.bench.compare.NatsfleetPipeline;
import dev.natsfleet.bench.lines.LineGenerator;
import dev.natsfleet.bench.process.BenchAwait;
import dev.natsfleet.bench.process.MeasuredProgram;
import dev.natsfleet.bench.process.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what 20,000 idle files cost a shipper, and how soon it sees a new line in one of them.
 */
public record IdleFiles(Duration length) {

  private static final int FILES = 20_000;
  private static final int FEW = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Runs once. */
  public List<Measurement> run(Testbed testbed) throws Exception {
    NatsfleetPipeline pipeline = new NatsfleetPipeline("line", new LogLoad(FILES));
    for (int i = 0; i < FILES; i++) {
      append(file(testbed, i));
    }
    pipeline.startReceiver(testbed);
    testbed.awaitConsumer(NatsfleetPipeline.STREAM);
    MeasuredProgram shipper = pipeline.startShipper(testbed);
    testbed.awaitWritten((long) FILES * LineGenerator.SIZE, PATIENCE);
    BenchAwait.until("too many descriptors stay open", PATIENCE, () -> shipper.descriptors() < FEW);
    double before = shipper.cost().cpuSeconds();
    LockSupport.parkNanos(length.toNanos()); // the time that is measured
    double share = (shipper.cost().cpuSeconds() - before) / length.toSeconds();
    long descriptors = shipper.descriptors();
    long written = testbed.written();
    long start = System.nanoTime();
    append(file(testbed, FILES / 2));
    testbed.awaitWritten(written + LineGenerator.SIZE, PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    return List.of(
        new Measurement(
            "shipper, 20,000 idle files: share of one core over " + length.toSeconds() + " s",
            String.format(Locale.ROOT, "%.2f %%", share * 100),
            "< 1 %"),
        new Measurement("the same: open descriptors", String.valueOf(descriptors), "bounded"),
        new Measurement(
            "the same: peak resident",
            Measurement.mebibytes(shipper.cost().peakBytes()),
            "≤ 96 MiB"),
        new Measurement(
            "the same: a new line in one of them, to the receiver's file",
            Measurement.seconds(seconds),
            "< 1 s"));
  }

  private static Path file(Testbed testbed, int number) {
    return testbed.at("in").resolve("app-" + number + ".log");
  }

  private static void append(Path file) throws IOException {
    byte[] line = new byte[LineGenerator.SIZE];
    new LineGenerator(LogLoad.HOST, file.getFileName().toString(), file.hashCode()).next(line, 0);
    Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
