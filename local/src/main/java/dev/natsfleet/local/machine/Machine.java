package dev.natsfleet.local.machine;

import dev.natsfleet.local.proc.Mark;
import dev.natsfleet.local.proc.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One machine. Its init starts the program of its image again when it fails, as a systemd unit with
 * {@code Restart=on-failure} does; a program that ends with 0 is done.
 */
final class Machine {

  /** What a shutdown gives processes between SIGTERM and SIGKILL. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

  private final Hardware hardware;
  private final Image.Program program;
  private final Mark mark;
  private int restarts;
  private boolean off;

  Machine(Hardware hardware, Image.Program program) {
    this.hardware = hardware;
    this.program = program;
    this.mark = MachineMark.of(hardware.disk());
  }

  /** Starts the program, unless the machine has been switched off. */
  synchronized void run() {
    if (off) {
      return;
    }
    Process process = start();
    var unused = process.onExit().thenAccept(ended -> exited(ended.exitValue()));
  }

  /** SIGTERM to everything, SIGKILL after the grace; returns when nothing is left. */
  void stop() {
    switchOff();
    mark.signal(Signal.CONT);
    mark.signal(Signal.TERM);
    if (!mark.gone(GRACE)) {
      LOG.atInfo()
          .addKeyValue("instance", hardware.instance().id())
          .log("processes did not end in time");
      mark.kill();
    }
  }

  /** SIGKILL to everything at once; returns when nothing is left. */
  void kill() {
    switchOff();
    mark.kill();
  }

  /** Sends a signal to everything that runs on the machine. */
  void signal(Signal signal) {
    mark.signal(signal);
  }

  private Process start() {
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .directory(hardware.disk().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(hardware.console().toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
    builder.environment().putAll(program.environment());
    builder.environment().putAll(EnvironmentFile.read(hardware.environment()));
    mark.put(builder.environment());
    try {
      Files.createDirectories(hardware.disk());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void exited(int code) {
    if (off || code == 0) {
      return;
    }
    Duration delay = RestartDelay.after(restarts++);
    LOG.atInfo()
        .addKeyValue("instance", hardware.instance().id())
        .addKeyValue("exitCode", code)
        .log("agent failed, its machine starts it again");
    Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    later.execute(this::run);
  }

  private synchronized void switchOff() {
    off = true;
  }
}
