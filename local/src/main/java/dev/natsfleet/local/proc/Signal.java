package dev.natsfleet.local.proc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A POSIX signal, as {@code kill} names it. */
public enum Signal {
  /** End in your own way. */
  TERM,
  /** End, without being asked. */
  KILL,
  /** Stand still: alive to the kernel, silent to everybody else. */
  STOP,
  /** Go on. */
  CONT;

  /** Sends the signal; a process that has gone meanwhile is no error. */
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
