package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Programs that run to their end. */
final class ProgramRun {

  private ProgramRun() {}

  /** Runs a program that must succeed; gives what it said. */
  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), said).isZero();
    return said.strip();
  }

  /** Whether a program succeeds. */
  static boolean succeeds(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Directory of the whole project. */
  static Path root() {
    return Path.of(System.getProperty("natsfleet.root", "."));
  }

  /** Path of the nats-server that the project uses. */
  static String server() throws IOException, InterruptedException {
    Path tool = root().resolve("tools/tool");
    Process process =
        new ProcessBuilder(tool.toString(), "nats-server")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("tools/tool nats-server").isZero();
    return path.strip();
  }
}
