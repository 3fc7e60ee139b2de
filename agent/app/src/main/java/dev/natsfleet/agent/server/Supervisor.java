package dev.natsfleet.agent.server;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts, finds again and watches the one nats-server of a state directory. The server gets a
 * session of its own and writes into files, so that nothing that happens to the agent reaches it.
 */
final class Supervisor {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final ServerFiles files;
  private final ServerBinary binary;
  private @Nullable Process child;
  private @Nullable ServerProcess server;

  Supervisor(ServerFiles files, ServerBinary binary) {
    this.files = files;
    this.binary = binary;
  }

  /** The server that an earlier agent started, if it still runs. */
  synchronized Optional<ServerProcess> adopt() {
    Optional<ServerProcess> found =
        ServerProcess.parse(ServerFiles.read(files.identity())).or(this::unnoted);
    found.ifPresent(this::note);
    return found;
  }

  /** Starts it with the installed configuration. */
  synchronized void start() {
    List<String> command =
        List.of("setsid", binary.path().toString(), "-c", files.config().toString());
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
      ServerProcess.of(started.pid()).ifPresent(this::note);
    } catch (IOException e) {
      throw new ServerException(command + " cannot be run: " + e.getMessage(), e);
    }
  }

  /** The running server. */
  synchronized ServerProcess running() {
    if (server == null) {
      throw new ServerException("nats-server does not run");
    }
    return server;
  }

  /** Calls back once, when the server has ended, with what is known of its end. */
  synchronized void watch(Consumer<String> ended) {
    Process started = child;
    Callable<String> end = started == null ? end(running()) : () -> "code " + started.waitFor();
    Thread.ofVirtual().name("nats-server-watch").start(() -> tell(end, ended));
  }

  /** The end of a process that is not our child, and may have no parent that collects it. */
  private static Callable<String> end(ServerProcess adopted) {
    return () -> {
      while (adopted.runs()) {
        Thread.sleep(LOOK);
      }
      return "an unknown code";
    };
  }

  private static void tell(Callable<String> end, Consumer<String> ended) {
    try {
      ended.accept(end.call());
    } catch (Exception e) {
      throw new ServerException("nats-server cannot be watched", e);
    }
  }

  private void note(ServerProcess process) {
    server = process;
    ServerFiles.write(files.identity(), process.toString());
  }

  /**
   * An agent that died between the start and the note left a server that only its command shows.
   */
  private Optional<ServerProcess> unnoted() {
    String config = files.config().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> runsWith(process, config))
        .flatMap(process -> ServerProcess.of(process.pid()).stream())
        .findFirst();
  }

  private static boolean runsWith(ProcessHandle process, String config) {
    return process
        .info()
        .arguments()
        .filter(arguments -> arguments.length > 0 && arguments[arguments.length - 1].equals(config))
        .filter(arguments -> !List.of(arguments).contains("-t"))
        .isPresent();
  }
}
