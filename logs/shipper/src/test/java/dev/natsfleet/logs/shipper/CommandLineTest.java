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
    int code = run(Map.of("NATS_URL", "nats://127.0.0.1:4222", "SHIPPER_PARTITIONS", "many"));
    assertThat(code).isEqualTo(2);
    assertThat(said())
        .contains("SHIPPER_SUBJECT is missing", "SHIPPER_FILE is missing")
        .contains("SHIPPER_PARTITIONS=many");
  }

  @Test
  void shouldExplainItselfToWhoTypesSomethingElse() throws Exception {
    assertThat(run(Map.of(), "sttaus")).isEqualTo(64);
    assertThat(said()).isEqualTo("usage: it [status [--watch | --help] | --help | --version]\n");
  }

  @Test
  void shouldSayWhereToLookWhenNobodyAnswers() throws Exception {
    assertThat(run(Map.of("SHIPPER_STATE", "none"), "status")).isEqualTo(1);
    assertThat(run(Map.of("SHIPPER_LISTEN", "127.0.0.1:1"), "status")).isEqualTo(1);
    assertThat(said()).contains("no running natsfleet-shipper has the state directory none");
    assertThat(said()).contains("nothing answers at http://127.0.0.1:1/status");
  }

  @Test
  void shouldFailWithTheReasonWhenItCannotTakeWhatItNeeds() throws Exception {
    CommandLine.Opener locked =
        environment -> {
          throw new IOException("the state is in use");
        };

    assertThat(command(locked).run(new String[0], Map.of(), err, err)).isEqualTo(1);
    assertThat(said()).isEqualTo("the state is in use\n");
  }

  private int run(Map<String, String> environment, String... arguments) throws Exception {
    CommandLine.Opener reading =
        variables -> {
          ShipperSettings.from(variables);
          throw new IOException("not reached");
        };
    return command(reading).run(arguments, environment, err, err);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static CommandLine command(CommandLine.Opener opener) {
    return new CommandLine("it", ProgramName.SHIPPER, opener, (a, b, c) -> "", "");
  }
}
