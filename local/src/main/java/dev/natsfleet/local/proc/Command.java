package dev.natsfleet.local.proc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A program that runs to its end, such as kubectl.
 *
 * @param argv program and arguments
 * @param environment added to this process's own
 */
public record Command(List<String> argv, Map<String, String> environment) {

  public Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }

  /** How a program ended, and what it wrote to standard output and standard error together. */
  public record Ended(int code, String output) {}

  /** Runs it, whatever comes of it. */
  public Ended end() {
    ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      return new Ended(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + argv.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + argv.getFirst(), e);
    }
  }

  /**
   * Runs it and gives what it wrote.
   *
   * @throws IllegalStateException with what it wrote, if it does not end with 0
   */
  public String run() {
    Ended ended = end();
    if (ended.code() != 0) {
      throw new IllegalStateException(
          String.join(" ", argv) + " ended with " + ended.code() + ": " + ended.output().strip());
    }
    return ended.output();
  }
}
