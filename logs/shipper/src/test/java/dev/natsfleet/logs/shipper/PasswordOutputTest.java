package dev.natsfleet.logs.shipper;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.natsfleet.logs.program.cli.CommandLine;
import dev.natsfleet.logs.program.cli.Service;
import dev.natsfleet.logs.program.cli.StatusSocket;
import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.logs.program.settings.Variable;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import dev.natsfleet.monitoring.Endpoints;
import dev.natsfleet.settings.SettingsException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A URL with a password, in the variable for it and in any other, where somebody put it. */
class PasswordOutputTest {

  private static final String URL = "nats://app:hunter-2@127.0.0.1:1";

  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void start() {
    environment.putAll(
        Map.of(
            "NATS_URL",
            URL + ",tls://hunter-2@127.0.0.1:2",
            "SHIPPER_SUBJECT",
            "logs",
            "SHIPPER_FILE",
            "/var/log/app.log",
            "SHIPPER_STATE",
            directory.toString()));
    logged.start();
    root.addAppender(logged);
  }

  @AfterEach
  void stop() {
    root.detachAppender(logged);
  }

  @Test
  void shouldNotBeToldWhenTheProgramStarts() throws Exception {
    assertThat(run()).isZero();

    assertThat(everything()).contains("***@127.0.0.1:1").doesNotContain("hunter-2");
  }

  @ParameterizedTest
  @EnumSource(Variable.class)
  void shouldNotBeToldWhereverItStands(Variable variable) throws Exception {
    environment.put(variable.name(), variable == Variable.NATS_URL ? "http" + URL : URL);

    run();
    run("status");
    run("--help");
    run("status", "--help");

    assertThat(everything()).contains("usage").doesNotContain("hunter-2");
  }

  private int run(String... arguments) throws Exception {
    return new CommandLine("it", ProgramName.SHIPPER, this::open, (a, b, c) -> "", "")
        .run(arguments, environment, out, out);
  }

  private Service open(Map<String, String> variables) throws SettingsException {
    ShipperSettings.from(variables);
    StatusSocket socket = new StatusSocket(ProgramName.SHIPPER, directory);
    return new Service(() -> {}, () -> {}, () -> {}, new Endpoints(Map.of()), socket.ofOne());
  }

  private String everything() {
    StringBuilder all = new StringBuilder(said.toString(StandardCharsets.UTF_8));
    for (ILoggingEvent event : logged.list) {
      all.append(event.getFormattedMessage()).append(' ').append(event.getKeyValuePairs());
    }
    return all.toString();
  }
}
