package dev.natsfleet.agent;

import java.util.concurrent.atomic.AtomicInteger;

/** Loopback addresses that nobody else uses: the process's own range, each given once. */
public final class TestLoopback {

  private static final long PID = ProcessHandle.current().pid();
  private static final AtomicInteger NEXT = new AtomicInteger(1);

  private TestLoopback() {}

  /** An address that this process has not given before. */
  public static String next() {
    return "127.%d.%d.%d".formatted(64 + PID / 250 % 128, 1 + PID % 250, NEXT.getAndIncrement());
  }
}
