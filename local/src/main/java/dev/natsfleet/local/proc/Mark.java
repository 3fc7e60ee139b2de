package dev.natsfleet.local.proc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * An entry of a process's environment by which it and its descendants are found again.
 *
 * @param key environment variable
 * @param value unique for what is marked
 */
public record Mark(String key, String value) {

  private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

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
   * Waits until nobody carries the mark. Zombies carry nothing, so that it does not matter who is
   * to collect them and when.
   *
   * @return false if somebody still does after that time
   */
  public boolean gone(Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    boolean held = !holders().isEmpty();
    while (held && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
      held = !holders().isEmpty();
    }
    return !held;
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
}
