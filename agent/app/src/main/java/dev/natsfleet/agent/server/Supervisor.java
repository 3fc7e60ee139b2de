package dev.natsfleet.agent.server;

import dev.natsfleet.agent.state.PrivateFiles;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts, adopts and watches the one nats-server of a state directory. The server gets a session of
 * its own and writes into files, so that it survives the end of the agent.
 */
final class Supervisor {

  private static final Duration POLL = Duration.ofMillis(100);

  private final ServerFiles files;
  private final ServerBinary binary;
  private @Nullable Process child;
  private @Nullable ProcessIdentity server;

  Supervisor(ServerFiles files, ServerBinary binary) {
    this.files = files;
    this.binary = binary;
  }

  /** The server that an earlier agent started, if it still runs. */
  synchronized Optional<ProcessIdentity> adopt() {
    Optional<ProcessIdentity> found =
        ProcessIdentity.parse(ServerFiles.read(files.identity())).or(this::findByCommand);
    found.ifPresent(this::record);
    return found;
  }

  /**
   * Starts it with the installed configuration. One that runs is left alone: it was started by a
   * call whose answer came too late.
   */
  synchronized void start() {
    if (server != null && server.isRunning()) {
      return;
    }
    List<String> command =
        List.of("setsid", binary.path().toString(), "-c", files.config().toString());
    PrivateFiles.makeFile(files.output());
    Redirect output = Redirect.appendTo(files.output().toFile());
    try {
      Process started =
          new ProcessBuilder(command)
              .directory(files.directory().toFile())
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectOutput(output)
              .redirectErrorStream(true)
              .start();
      child = started;
      server = null;
      ProcessIdentity.of(started.pid()).ifPresent(this::record);
    } catch (IOException e) {
      throw new ServerException(command + " cannot be run: " + e.getMessage(), e);
    }
  }

  /** The running server. */
  synchronized ProcessIdentity running() {
    if (server == null) {
      throw new ServerException("nats-server does not run");
    }
    return server;
  }

  /**
   * Completes on the loop when the running server has ended, with its exit code in words.
   *
   * <p>An adopted server is no child of this process. For such a process {@link
   * ProcessHandle#onExit} polls at growing intervals of up to five seconds, and takes a zombie for
   * alive; so a timer reads {@code /proc} instead.
   */
  synchronized Future<String> exit(Context loop) {
    Process started = child;
    return started == null
        ? adoptedExit(loop, running())
        : Future.fromCompletionStage(
            started.onExit().thenApply(ended -> "code " + ended.exitValue()), loop);
  }

  private static Future<String> adoptedExit(Context loop, ProcessIdentity adopted) {
    Promise<String> exit = Promise.promise();
    loop.owner()
        .setPeriodic(
            POLL.toMillis(),
            timer -> {
              if (!adopted.isRunning()) {
                loop.owner().cancelTimer(timer);
                exit.complete("an unknown code");
              }
            });
    return exit.future();
  }

  private void record(ProcessIdentity process) {
    server = process;
    PrivateFiles.replace(files.identity(), process.toString());
  }

  /**
   * An agent that died after it started a server and before it noted the process: that server is
   * found by its command line.
   */
  private Optional<ProcessIdentity> findByCommand() {
    String config = files.config().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> isRunningWith(process, config))
        .flatMap(process -> ProcessIdentity.of(process.pid()).stream())
        .findFirst();
  }

  private static boolean isRunningWith(ProcessHandle process, String config) {
    return process
        .info()
        .arguments()
        .filter(arguments -> arguments.length > 0 && arguments[arguments.length - 1].equals(config))
        .filter(arguments -> !List.of(arguments).contains("-t"))
        .isPresent();
  }
}
