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
 * Starts child processes that do not outlive this process. A shutdown hook ends them on a normal
 * exit. If this process is killed, Linux kills them ({@code setpriv --pdeathsig}). Linux sends that
 * signal when the <em>thread</em> that started the child ends (prctl(2), PR_SET_PDEATHSIG), so one
 * thread that lives as long as the process starts them all. Without setpriv, children of a killed
 * process stay.
 */
final class ChildProcesses {

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

  private ChildProcesses() {}

  /** Starts a server; its output is appended to its log. */
  static Process spawn(ServerCommand command) {
    try {
      return CompletableFuture.supplyAsync(() -> start(command), STARTER).join();
    } catch (CompletionException e) {
      throw new IllegalStateException(command.name() + " cannot be started", e.getCause());
    }
  }

  /**
   * Waits for the end of a process that was killed. It waits on this thread: {@link Process#onExit}
   * completes in the common pool, which has one thread on two cores, so that a caller in that pool
   * would wait for itself.
   */
  static void awaitEnd(Process process) {
    boolean interrupted = false;
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process start(ServerCommand command) {
    ProcessBuilder builder =
        new ProcessBuilder(withParentDeathSignal(command.argv()))
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

  private static List<String> withParentDeathSignal(List<String> argv) {
    if (!Files.isExecutable(SETPRIV)) {
      return argv;
    }
    List<String> bound = new ArrayList<>(List.of(SETPRIV.toString(), "--pdeathsig", "KILL", "--"));
    bound.addAll(argv);
    return bound;
  }
}
