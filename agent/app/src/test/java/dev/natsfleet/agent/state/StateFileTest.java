package dev.natsfleet.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.node.PersistedState;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.OrderOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  private static final PersistedState STATE =
      new PersistedState(
          new NodeSettings(
              "r7",
              "orders",
              "2.15.2",
              new ServerSettings(1_048_576, 45, "{\"debug\": true}"),
              new Registration(10, 30, 300)),
          List.of(new Peer("10.0.0.2", 6222, "i-2"), new Peer("10.0.0.9", 7244, "")),
          new OrderReport("o1", OrderOutcome.REFUSED, "there are no settings r8"),
          true,
          false);

  @TempDir Path directory;

  @Test
  void shouldReadWhatTheFirstVersionWrote() throws IOException {
    assertThat(StateFile.read(resource("agent-0.1.json"))).isEqualTo(STATE);
    assertThat(StateFile.read(resource("agent-0.1-new-node.json"))).isEqualTo(PersistedState.NONE);
  }

  @Test
  void shouldWriteTheSameFormat() throws IOException {
    assertThat(StateFile.write(STATE)).isEqualToNormalizingNewlines(resource("agent-0.1.json"));
    assertThat(StateFile.write(PersistedState.NONE))
        .isEqualToNormalizingNewlines(resource("agent-0.1-new-node.json"));
  }

  @Test
  void shouldRememberThatTheServerWasAskedToEnd() throws IOException {
    // Given
    PersistedState ending = new PersistedState(null, List.of(), null, true, true);

    // Then
    assertThat(StateFile.read(StateFile.write(ending))).isEqualTo(ending);
  }

  @Test
  void shouldSkipFieldsOfNewerAgents() throws IOException {
    // Given
    String newer =
        resource("agent-0.1.json")
            .replace("\"launched\" :", "\"slot\" : {\"number\" : 2},\n  \"launched\" :")
            .replace("\"cluster\" :", "\"added\" : 1,\n    \"cluster\" :");

    // Then
    assertThat(StateFile.read(newer)).isEqualTo(STATE);
  }

  @Test
  void shouldStartWithoutStateWhenTheFileIsDamaged() throws IOException {
    // Given
    Files.writeString(directory.resolve("agent.json"), "{\"peers\": [");

    // Then
    assertThat(new StateDirectory(directory).read()).isEqualTo(PersistedState.NONE);
    Files.writeString(directory.resolve("agent.json"), "{}");
    assertThat(new StateDirectory(directory).read()).isEqualTo(PersistedState.NONE);
  }

  private static String resource(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(StateFileTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
