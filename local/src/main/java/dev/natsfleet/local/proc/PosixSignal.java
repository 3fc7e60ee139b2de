package dev.natsfleet.local.proc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A POSIX signal, as {@code kill} names it. */
public enum PosixSignal {
  /** Asks a process to end. */
  TERM,
  /** Ends a process at once. */
  KILL,
  /** Pauses a process. */
  STOP,
  /** Continues a paused process. */
  CONT;

  /** Sends the signal to these processes; ignores processes that have ended. */
  public void send(Collection<ProcessHandle> to) {
    if (to.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
    to.forEach(process -> command.add(Long.toString(process.pid())));
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("cannot run kill, which sends signals", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending " + name(), e);
    }
  }
}
