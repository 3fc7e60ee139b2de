package dev.natsfleet.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server that runs as a child of this process. */
public final class ServerProcess implements AutoCloseable {

  private static final long POLL_MILLIS = 20;
  private static final int TAIL_LINES = 20;

  private final ServerCommand command;
  private final Process process;

  private ServerProcess(ServerCommand command, Process process) {
    this.command = command;
    this.process = process;
  }

  /**
   * Starts it and returns at once.
   *
   * @throws IllegalStateException if the program cannot be run
   */
  public static ServerProcess start(ServerCommand command) {
    return new ServerProcess(command, ChildProcesses.spawn(command));
  }

  /**
   * Waits until the condition holds. If it does not hold in time, the server is killed.
   *
   * @param ready checked until it returns true
   * @throws IllegalStateException with the end of the log if the server ends first or is not ready
   *     in time
   */
  public ServerProcess awaitReady(BooleanSupplier ready, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!ready.getAsBoolean()) {
      if (hasExited(POLL_MILLIS)) {
        throw failed("ended with exit code " + process.exitValue() + " before it was ready");
      }
      if (System.nanoTime() - deadline > 0) {
        close();
        throw failed("is not ready after " + limit.toSeconds() + " s");
      }
    }
    return this;
  }

  /** Sends SIGTERM, and kills the server if it has not ended within the limit. */
  public void stop(Duration limit) {
    process.destroy();
    if (!hasExited(limit.toMillis())) {
      close();
    }
  }

  /** Kills it (SIGKILL) and waits for its end. */
  @Override
  public void close() {
    process.destroyForcibly();
    ChildProcesses.awaitEnd(process);
  }

  /** The server's process. */
  public Process process() {
    return process;
  }

  /** The file for its output. */
  public Path log() {
    return command.log();
  }

  private boolean hasExited(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command.name(), e);
    }
  }

  private IllegalStateException failed(String what) {
    return new IllegalStateException(
        command.name() + " " + what + "; its log " + log() + " ends with:\n" + tail());
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
