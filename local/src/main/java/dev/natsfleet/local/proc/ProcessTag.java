package dev.natsfleet.local.proc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * An environment variable that tags a process and its descendants, so that they can be found.
 *
 * @param key name of the environment variable
 * @param value value that is unique for the tagged processes
 */
public record ProcessTag(String key, String value) {

  private static final Duration KILL_LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

  /** Adds the tag to the environment of a process that is about to start. */
  public void put(Map<String, String> environment) {
    environment.put(key, value);
  }

  /** The running processes with this tag. */
  public List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(this::isTagged).toList();
  }

  /** Sends a signal to all tagged processes. */
  public void signal(PosixSignal posixSignal) {
    posixSignal.send(processes());
  }

  /**
   * Waits until no process has the tag. A zombie has none, so it does not matter when its parent
   * collects it.
   *
   * @return false if a process still has it after this time
   */
  public boolean awaitGone(Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    boolean held = !processes().isEmpty();
    while (held && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
      held = !processes().isEmpty();
    }
    return !held;
  }

  /**
   * Kills all tagged processes, including those they start meanwhile. A process that has ended in
   * between is not mistaken for another one with its number, as by {@code kill}.
   *
   * @throws IllegalStateException if some are still there after {@link #KILL_LIMIT}
   */
  public void kill() {
    long deadline = System.nanoTime() + KILL_LIMIT.toNanos();
    do {
      List<ProcessHandle> tagged = processes();
      tagged.forEach(ProcessHandle::destroyForcibly);
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "processes " + tagged + " with " + key + "=" + value + " do not end after SIGKILL");
      }
    } while (!awaitGone(PAUSE));
  }

  private boolean isTagged(ProcessHandle process) {
    return ProcessEnvironment.of(process.pid()).contains(key + "=" + value);
  }
}
