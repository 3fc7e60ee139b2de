package dev.natsfleet.logs.program.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.settings.ProgramName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

  @ParameterizedTest
  @CsvSource({
    "--help,NATS_URL",
    "-h,SHIPPER_FILE",
    "-h,(required)",
    "--version,it of a build",
    "status --help,LAG is"
  })
  void shouldExplainTheProgramOnRequest(String argument, String words) throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    CommandLine.Opener none =
        environment -> {
          throw new IOException("not reached");
        };

    int code =
        new CommandLine("it", ProgramName.SHIPPER, none, (before, after, seconds) -> "", "LAG is")
            .run(argument.split(" ", -1), Map.of(), out, out);

    assertThat(code).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(words)
        .doesNotContain("SHIPPER_OUTPUT");
  }
}
