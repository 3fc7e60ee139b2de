package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Writes into logs all the time. */
final class BackgroundWriter {

  private static final long EVERY = 20_000_000L;
  private static final int LINES = 20;

  private final List<LogWriter> writers;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile String failure = "";

  BackgroundWriter(List<LogWriter> writers) {
    this.writers = writers;
    this.thread = Thread.ofPlatform().name("load").start(this::run);
  }

  List<LogWriter> writers() {
    return writers;
  }

  /** Ends after the last whole line. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
    if (!failure.isEmpty()) {
      throw new AssertionError(failure);
    }
  }

  private void run() {
    try {
      while (!stopped) {
        for (LogWriter writer : writers) {
          writer.lines(LINES);
        }
        LockSupport.parkNanos(EVERY);
      }
    } catch (IOException e) {
      failure = "the load ended: " + e;
    }
  }
}
