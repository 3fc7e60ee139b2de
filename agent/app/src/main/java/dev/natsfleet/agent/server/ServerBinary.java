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
 * The nats-server program, as far as it is run for an answer.
 *
 * @param path of the program
 */
public record ServerBinary(Path path) {

  private static final Pattern VALID = Pattern.compile("is valid \\((sha256:[0-9a-f]{64})\\)");
  private static final int LIMIT_SECONDS = 20;

  /** What {@code nats-server -t} said of a configuration. */
  sealed interface Verdict {

    /** It is good; the running server shows this digest once it uses it. */
    record Valid(String digest) implements Verdict {}

    /** It is not. */
    record Invalid(String why) implements Verdict {}
  }

  /** Checks a configuration file. */
  Verdict check(Path config) {
    String said = run(List.of("-t", "-c", config.toString()));
    Matcher valid = VALID.matcher(said);
    return valid.find() ? new Verdict.Valid(valid.group(1)) : new Verdict.Invalid(said.strip());
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
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
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
}
