package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A pipeline with a receiver and two logs of one host. A failure names the seed. */
final class PipelineFixture {

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Pipeline pipeline;
  private final ReceiverProcess receiverProcess;
  private final LogWriter app;
  private final LogWriter other;

  /** A scene with settings of the receiver. */
  PipelineFixture(Path directory, String... settings) throws Exception {
    this(new Pipeline(directory), settings);
  }

  PipelineFixture(Pipeline pipeline, String... settings) throws Exception {
    this.pipeline = pipeline;
    this.receiverProcess = pipeline.receiving("one", settings);
    this.app = pipeline.writer("app.log", seed);
    this.other = pipeline.writer("other.log", seed + 1);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Broker broker() {
    return pipeline.broker();
  }

  ReceiverProcess receiving() {
    return receiverProcess;
  }

  Random random() {
    return random;
  }

  void write() throws Exception {
    write(6_000);
  }

  /** So many lines into both logs, and a hundred long ones. */
  void write(int lines) throws Exception {
    app.lines(lines - lines / 3);
    other.lines(lines / 3);
    other.longLines(100);
  }

  /** Some moment within so many milliseconds. */
  void within(int millis) {
    LockSupport.parkNanos(random.nextInt(millis) * 1_000_000L);
  }

  /** Every byte is there, once and in order, at these receivers or at the one that is always. */
  void check(ReceiverProcess... receivers) throws Exception {
    try {
      for (ReceiverProcess one :
          receivers.length == 0 ? new ReceiverProcess[] {receiverProcess} : receivers) {
        one.check(ShipperProcess.HOST, app, other);
      }
    } catch (AssertionError | IllegalStateException e) {
      throw new AssertionError(
          "seed %d: %s%nThe shipper said: %s".formatted(seed, e.getMessage(), pipeline.said()), e);
    }
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }

  void close() throws IOException, InterruptedException {
    pipeline.close();
  }
}
