package dev.natsfleet.local.proc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An entry of a process's environment by which it and its descendants are found again.
 *
 * @param key environment variable
 * @param value unique for what is marked
 */
public record Mark(String key, String value) {

  /** Puts the mark into the environment of a process to be. */
  public void put(Map<String, String> environment) {
    environment.put(key, value);
  }

  /** Living processes that carry the mark. */
  public List<ProcessHandle> holders() {
    return ProcessHandle.allProcesses().filter(this::holds).toList();
  }

  /** Sends a signal to every holder. */
  public void signal(Signal signal) {
    signal.send(holders());
  }

  /**
   * Waits until nobody carries the mark.
   *
   * @return false if somebody still does after that time
   */
  public boolean gone(Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    List<ProcessHandle> left = holders();
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      awaitExit(left, deadline - System.nanoTime());
      left = holders();
    }
    return left.isEmpty();
  }

  /** Ends every holder at once, and whatever they start meanwhile. */
  public void kill() {
    do {
      signal(Signal.KILL);
    } while (!gone(Duration.ofSeconds(1)));
  }

  private boolean holds(ProcessHandle process) {
    return Environ.of(process.pid()).contains(key + "=" + value);
  }

  private static void awaitExit(List<ProcessHandle> processes, long nanos) {
    CompletableFuture<?>[] exits =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while processes of " + nanos + " end", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
