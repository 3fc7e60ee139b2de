package dev.natsfleet.local.proc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that runs to its end, such as kubectl.
 *
 * @param argv program and arguments
 * @param environment added to this process's own
 */
public record ExternalCommand(List<String> argv, Map<String, String> environment) {

  public ExternalCommand {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }

  /** A program's exit code, and its standard output and standard error together. */
  public record CommandOutcome(int code, String output) {}

  /** The longest time that a program may take; kubectl and the AWS CLI need seconds. */
  public static final Duration LIMIT = Duration.ofMinutes(2);

  /**
   * Runs the program and returns its outcome, whether or not it succeeded.
   *
   * @throws IllegalStateException if it has not ended after {@link #LIMIT}; it is killed then
   */
  public CommandOutcome execute() {
    return execute(LIMIT);
  }

  /** The same with another limit. */
  public CommandOutcome execute(Duration limit) {
    Process process = start();
    CompletableFuture<String> output =
        CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
    try {
      String all = output.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new CommandOutcome(process.waitFor(), all);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          String.join(" ", argv) + " did not end within " + limit + "; it was killed", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot read the output of " + argv.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + argv.getFirst(), e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + argv.getFirst(), e);
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the program and returns its output.
   *
   * @throws IllegalStateException with its output if its exit code is not 0
   */
  public String run() {
    CommandOutcome commandOutcome = execute();
    if (commandOutcome.code() != 0) {
      throw new IllegalStateException(
          String.join(" ", argv)
              + " ended with "
              + commandOutcome.code()
              + ": "
              + commandOutcome.output().strip());
    }
    return commandOutcome.output();
  }
}
