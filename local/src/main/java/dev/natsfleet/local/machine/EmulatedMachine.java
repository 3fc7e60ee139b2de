package dev.natsfleet.local.machine;

import dev.natsfleet.local.proc.PosixSignal;
import dev.natsfleet.local.proc.ProcessTag;
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
 * One machine of the emulated cloud. It restarts the program of its image after a failure, as a
 * systemd unit with {@code Restart=on-failure} does; a program that ends with 0 is not restarted.
 */
final class EmulatedMachine {

  /** The time between SIGTERM and SIGKILL during a shutdown. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(EmulatedMachine.class);

  private final MachineSpec spec;
  private final MachineImage.Program program;
  private final ProcessTag tag;
  private int restarts;
  private boolean off;

  EmulatedMachine(MachineSpec spec, MachineImage.Program program) {
    this.spec = spec;
    this.program = program;
    this.tag = MachineTag.of(spec.disk());
  }

  /** Starts the program unless the machine is off. */
  synchronized void run() {
    if (off) {
      return;
    }
    Process process = start();
    var unused = process.onExit().thenAccept(ended -> onExit(ended.exitValue()));
  }

  /** Sends SIGTERM to all processes, SIGKILL after the grace period, and waits for their end. */
  void stop() {
    switchOff();
    tag.signal(PosixSignal.CONT);
    tag.signal(PosixSignal.TERM);
    if (!tag.awaitGone(GRACE)) {
      LOG.atInfo()
          .addKeyValue("instance", spec.instance().id())
          .log("processes did not end after SIGTERM; they are killed");
      tag.kill();
    }
  }

  /** Sends SIGKILL to all processes and waits for their end. */
  void kill() {
    switchOff();
    tag.kill();
  }

  /** Sends a signal to all processes of the machine. */
  void signal(PosixSignal posixSignal) {
    tag.signal(posixSignal);
  }

  private Process start() {
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .directory(spec.disk().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.console().toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
    builder.environment().putAll(program.environment());
    builder.environment().putAll(EnvironmentFile.read(spec.environment()));
    tag.put(builder.environment());
    try {
      Files.createDirectories(spec.disk());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void onExit(int code) {
    if (off || code == 0) {
      return;
    }
    Duration delay = RestartDelay.after(restarts++);
    LOG.atInfo()
        .addKeyValue("instance", spec.instance().id())
        .addKeyValue("exitCode", code)
        .log("agent failed; its machine restarts it");
    Executor later =
        CompletableFuture.delayedExecutor(
            delay.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    later.execute(this::run);
  }

  private synchronized void switchOff() {
    off = true;
  }
}
