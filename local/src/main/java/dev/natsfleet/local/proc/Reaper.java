package dev.natsfleet.local.proc;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A process that waits for the end of this process and then kills all processes with a tag. It
 * notices the end by a closed pipe, so it also works after a {@code kill -9} of this process.
 */
public final class Reaper {

  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      cat >/dev/null
      for pass in first 'and once more, for one that was just becoming another program'; do
        # whatever it finds, grep fails, since kernel threads and zombies have no environment
        while holders=$(grep -lazx -- "$1" /proc/[0-9]*/environ 2>/dev/null); [ "$holders" ]; do
          for file in $holders; do
            pid=${file#/proc/}
            kill -KILL "${pid%/environ}" 2>/dev/null
          done
        done
        sleep 1
      done
      """;

  private Reaper() {}

  /** Starts the reaper in a session of its own, so that a terminal's Ctrl-C does not reach it. */
  public static void start(ProcessTag tag) {
    ProcessBuilder builder =
        new ProcessBuilder(
            "setsid", "bash", "-c", SCRIPT, "natsfleet-reaper", tag.key() + "=" + tag.value());
    builder.environment().remove(tag.key());
    try {
      builder
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the reaper (bash, setsid)", e);
    }
  }
}
