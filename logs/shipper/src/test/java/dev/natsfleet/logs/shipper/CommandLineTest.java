package dev.natsfleet.logs.shipper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.cli.CommandLine;
import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void shouldNameEveryProblemOfTheEnvironmentAtOnce() throws Exception {
    // When
    int code = run(Map.of("NATS_URL", "nats://127.0.0.1:4222", "SHIPPER_PARTITIONS", "many"));

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(
            "SHIPPER_SUBJECT is missing", "SHIPPER_FILE is missing", "SHIPPER_PARTITIONS=many");
  }

  @Test
  void shouldExplainItselfToWhoTypesSomethingElse() throws Exception {
    assertThat(run(Map.of(), "sttaus")).isEqualTo(64);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualTo("usage: it [status [--watch] | --help | --version]\n");
  }

  @Test
  void shouldListItsVariablesOnRequest() throws Exception {
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(run(Map.of(), "-h")).isZero();
    assertThat(run(Map.of(), "--version")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("usage: it [status", "NATS_URL", "(required)", "SHIPPER_FILE", "it of a build")
        .doesNotContain("SHIPPER_OUTPUT");
  }

  @Test
  void shouldSayWhereToLookWhenNobodyAnswers() throws Exception {
    assertThat(run(Map.of(), "status")).isEqualTo(1);
    assertThat(run(Map.of("SHIPPER_LISTEN", "127.0.0.1:1"), "status")).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(
            "set SHIPPER_LISTEN to the address that the running it",
            "nothing answers at http://127.0.0.1:1/status");
  }

  @Test
  void shouldFailWithTheReasonWhenItCannotTakeWhatItNeeds() throws Exception {
    // Given
    CommandLine.Opener locked =
        environment -> {
          throw new IOException("the state is in use");
        };

    // When
    int code =
        new CommandLine("it", ProgramName.SHIPPER, locked, (a, b, c) -> "")
            .run(new String[0], Map.of(), err, err);

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("the state is in use\n");
  }

  private int run(Map<String, String> environment, String... arguments) throws Exception {
    CommandLine.Opener reading =
        variables -> {
          ShipperSettings.from(variables);
          throw new IOException("not reached");
        };
    return new CommandLine("it", ProgramName.SHIPPER, reading, (a, b, c) -> "")
        .run(arguments, environment, err, err);
  }
}
