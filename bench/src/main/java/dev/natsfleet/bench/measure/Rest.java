package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.lines.LineMaker;
import dev.natsfleet.bench.process.Await;
import dev.natsfleet.bench.process.Program;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.race.Load;
import dev.natsfleet.bench.race.Ours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What 20,000 files cost that nobody writes to, and how soon a new line in one of them is seen. */
public record Rest(Duration length) {

  private static final int FILES = 20_000;
  private static final int FEW = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Runs once. */
  public List<Figure> run(Rig rig) throws Exception {
    Ours ours = new Ours("line", new Load(FILES));
    for (int i = 0; i < FILES; i++) {
      append(file(rig, i));
    }
    ours.startReceiver(rig);
    rig.awaitConsumer(Ours.STREAM);
    Program shipper = ours.startShipper(rig);
    rig.awaitWritten((long) FILES * LineMaker.SIZE, PATIENCE);
    Await.until("descriptors stay open", PATIENCE, () -> shipper.descriptors() < FEW);
    double before = shipper.cost().cpuSeconds();
    LockSupport.parkNanos(length.toNanos()); // the time that is measured
    double share = (shipper.cost().cpuSeconds() - before) / length.toSeconds();
    long descriptors = shipper.descriptors();
    long written = rig.written();
    long start = System.nanoTime();
    append(file(rig, FILES / 2));
    rig.awaitWritten(written + LineMaker.SIZE, PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    return List.of(
        new Figure(
            "shipper, 20,000 idle files: share of one core over " + length.toSeconds() + " s",
            String.format(Locale.ROOT, "%.2f %%", share * 100),
            "< 1 %"),
        new Figure("the same: open descriptors", String.valueOf(descriptors), "bounded"),
        new Figure(
            "the same: resident at most", Figure.mebibytes(shipper.cost().peakBytes()), "≤ 96 MiB"),
        new Figure(
            "the same: a new line in one of them, to the receiver's file",
            Figure.seconds(seconds),
            "< 1 s"));
  }

  private static Path file(Rig rig, int number) {
    return rig.at("in").resolve("app-" + number + ".log");
  }

  private static void append(Path file) throws IOException {
    byte[] line = new byte[LineMaker.SIZE];
    new LineMaker(Load.HOST, file.getFileName().toString(), file.hashCode()).next(line, 0);
    Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
