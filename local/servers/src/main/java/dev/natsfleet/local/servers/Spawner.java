package dev.natsfleet.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts children that do not outlive this process. A shutdown hook ends them when it leaves in
 * order; when it is killed, Linux does ({@code setpriv --pdeathsig}). That signal comes when the
 * <em>thread</em> which started the child ends (prctl(2), PR_SET_PDEATHSIG), so that one thread,
 * which lives as long as the process, starts them all. Where there is no setpriv, children of a
 * killed process stay.
 */
final class Spawner {

  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  private static final Set<Process> CHILDREN = ConcurrentHashMap.newKeySet();

  private static final ExecutorService STARTER =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("server-starter").daemon(true).factory());

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("server-stopper")
                .unstarted(() -> CHILDREN.forEach(Process::destroyForcibly)));
  }

  private Spawner() {}

  /** Starts it; its output is added to its log. */
  static Process spawn(ServerCommand command) {
    try {
      return CompletableFuture.supplyAsync(() -> start(command), STARTER).join();
    } catch (CompletionException e) {
      throw new IllegalStateException(command.name() + " cannot be started", e.getCause());
    }
  }

  private static Process start(ServerCommand command) {
    ProcessBuilder builder =
        new ProcessBuilder(bound(command.argv()))
            .directory(command.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    builder.environment().putAll(command.environment());
    try {
      Files.createDirectories(command.directory());
      Process process = builder.start();
      CHILDREN.add(process);
      var unused = process.onExit().thenAccept(CHILDREN::remove);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> bound(List<String> argv) {
    if (!Files.isExecutable(SETPRIV)) {
      return argv;
    }
    List<String> bound = new ArrayList<>(List.of(SETPRIV.toString(), "--pdeathsig", "KILL", "--"));
    bound.addAll(argv);
    return bound;
  }
}
