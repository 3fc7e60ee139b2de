package dev.natsfleet.local.fleet;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that were started so far; closes them in reverse order. */
final class CloseStack implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CloseStack.class);

  private final PrintStream progress;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  CloseStack(PrintStream progress) {
    this.progress = progress;
  }

  /** Starts one more part and prints how long it took. */
  <T extends AutoCloseable> T start(String name, Supplier<T> starter) {
    long begin = System.nanoTime();
    T part = starter.get();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    synchronized (this) {
      started.push(part);
      progress.printf(Locale.ROOT, "%6.1f s  %s%n", millis / 1000.0, name);
    }
    return part;
  }

  /** Closes all parts, also if one of them fails to close. */
  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      close(started.pop());
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.atWarn()
          .addKeyValue("part", part)
          .setCause(e)
          .log("part could not be closed; the others are closed regardless");
    }
  }
}
