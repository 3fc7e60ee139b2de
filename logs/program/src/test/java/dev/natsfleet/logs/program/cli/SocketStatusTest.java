package dev.natsfleet.logs.program.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.monitoring.Endpoints;
import dev.natsfleet.monitoring.Response;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status command beside a program that has the same environment, and no address. */
class SocketStatusTest {

  private static final Endpoints ENDPOINTS =
      new Endpoints(Map.of("/status", () -> Response.ok("7\n")));

  @TempDir Path directory;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

  @Test
  void shouldShowTheRunningProgramThroughItsStateDirectory() throws Exception {
    assertThat(run(directory)).isZero();
    assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("7 to 7\n");
    assertThat(directory.resolve("shipper.sock")).doesNotExist();
  }

  @Test
  void shouldGoOnWithoutASocketThatCannotBeMade() throws Exception {
    Files.createDirectory(directory.resolve("shipper.sock"));

    assertThat(run(directory)).isEqualTo(1); // the status, not the program
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("nothing answers at " + directory);
  }

  @Test
  void shouldGoOnWhenThePathOfTheSocketIsTooLong() throws Exception {
    assertThat(run(directory.resolve("d".repeat(100)))).isEqualTo(1);
  }

  /** What the status command gives while a program runs. */
  private int run(Path state) throws Exception {
    int[] code = {-1};
    Map<String, String> environment = Map.of("SHIPPER_STATE", state.toString());
    Service service =
        new Service(
            () -> code[0] = status(environment),
            () -> {},
            () -> {},
            ENDPOINTS,
            new StatusSocket(ProgramName.SHIPPER, state).ofOne());
    assertThat(command(service).run(new String[0], environment, out, out)).isZero();
    return code[0];
  }

  private int status(Map<String, String> environment) throws InterruptedException {
    try {
      return command(null).run(new String[] {"status"}, environment, out, out);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static CommandLine command(@Nullable Service service) {
    return new CommandLine(
        "it",
        ProgramName.SHIPPER,
        environment -> Objects.requireNonNull(service),
        (before, after, seconds) -> before + " to " + after + "\n",
        "");
  }
}
