package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.compare.LogLoad;
import dev.natsfleet.bench.lines.LineGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/** Writes 10,000 lines per second: 100 lines every 10 milliseconds. */
final class ConstantRateWriter {

  static final int BURST = 100;
  private static final long PERIOD = Duration.ofMillis(10).toNanos();

  private ConstantRateWriter() {}

  /** The number of bursts within this time. */
  static int bursts(Duration length) {
    return Math.toIntExact(length.toNanos() / PERIOD);
  }

  /** Starts writing on a thread of its own. */
  static FutureTask<Void> start(Path file, int bursts) {
    FutureTask<Void> writer =
        new FutureTask<>(
            () -> {
              write(file, bursts);
              return null;
            });
    Thread.ofPlatform().daemon().start(writer);
    return writer;
  }

  private static void write(Path file, int bursts) throws IOException {
    LineGenerator maker = new LineGenerator(LogLoad.HOST, LogLoad.FILE, bursts);
    byte[] buffer = new byte[BURST * LineGenerator.SIZE];
    long next = System.nanoTime();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int burst = 0; burst < bursts; burst++) {
        int size = 0;
        for (int i = 0; i < BURST; i++) {
          size = maker.next(buffer, size);
        }
        out.write(buffer, 0, size);
        next += PERIOD;
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
  }
}
