package dev.natsfleet.agent.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that is known by more than its number: a number is given again, but not with the same
 * start time.
 *
 * @param pid process id
 * @param startTicks when it started, in clock ticks since the host's boot ({@code
 *     /proc/<pid>/stat}, field 22)
 */
record ProcessIdentity(long pid, long startTicks) {

  private static final int FIELDS_BEFORE_STATE = 2;
  private static final int START_TIME = 22;

  /** The process of this number, if it runs. */
  static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // the second field is the program's name in parentheses, with any characters
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      boolean zombie = fields[0].equals("Z") || fields[0].equals("X");
      long start = Long.parseLong(fields[START_TIME - FIELDS_BEFORE_STATE - 1]);
      return zombie ? Optional.empty() : Optional.of(new ProcessIdentity(pid, start));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads what {@link #toString()} wrote, if that very process still runs. */
  static Optional<ProcessIdentity> parse(String text) {
    if (!text.matches("\\d+ \\d+\\s*")) {
      return Optional.empty();
    }
    String[] parts = text.strip().split(" ", -1);
    ProcessIdentity noted = new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    return of(noted.pid).filter(noted::equals);
  }

  /** Whether it still runs; one that has ended and was not collected by its parent does not. */
  boolean isRunning() {
    return of(pid).filter(this::equals).isPresent();
  }

  @Override
  public String toString() {
    return pid + " " + startTicks;
  }
}
