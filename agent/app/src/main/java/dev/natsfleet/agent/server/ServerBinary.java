package dev.natsfleet.agent.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The nats-server program, run for an answer: to check a configuration or to send a signal.
 *
 * @param path of the program
 */
public record ServerBinary(Path path) {

  private static final Pattern VALID = Pattern.compile("is valid \\((sha256:[0-9a-f]{64})\\)");
  private static final int LIMIT_SECONDS = 20;

  /** Exit value of a process that was ended by SIGKILL. */
  private static final int KILLED = 128 + 9;

  /** The answer of {@code nats-server -t} to a configuration. */
  sealed interface CheckResult {

    /** It is valid; the running server shows this digest once it uses it. */
    record Valid(String digest) implements CheckResult {}

    /** It is not valid. */
    record Invalid(String why) implements CheckResult {}
  }

  /** Checks a configuration file. */
  CheckResult check(Path config) {
    String said = run(List.of("-t", "-c", config.toString()));
    Matcher valid = VALID.matcher(said);
    return valid.find()
        ? new CheckResult.Valid(valid.group(1))
        : new CheckResult.Invalid(said.strip());
  }

  /** Sends {@code reload} or {@code ldm} to a server. */
  void signal(String command, long pid) {
    String said = run(List.of("--signal", command + "=" + pid));
    if (!said.isBlank()) {
      throw new ServerException(
          "nats-server --signal " + command + "=" + pid + ": " + said.strip());
    }
  }

  private String run(List<String> arguments) {
    List<String> command = Stream.concat(Stream.of(path.toString()), arguments.stream()).toList();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      Thread limit = Thread.ofVirtual().start(() -> endAfterLimit(process));
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      limit.join();
      if (process.exitValue() == KILLED) {
        throw new ServerException(command + " did not end in " + LIMIT_SECONDS + " s");
      }
      return said;
    } catch (IOException e) {
      throw new ServerException(command + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while running " + command, e);
    }
  }

  /** Ends what holds its output open for too long; reading that would never come back. */
  private static void endAfterLimit(Process process) {
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
