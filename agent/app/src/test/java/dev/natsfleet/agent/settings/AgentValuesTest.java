package dev.natsfleet.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.settings.SettingsException;
import dev.natsfleet.values.ValueCase;
import dev.natsfleet.values.ValueKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of values against the variables of the agent. */
class AgentValuesTest {

  private static final String VARIABLE = "NATSFLEET_HTTP_PORT";

  /** An empty variable is one that is not set. */
  static List<ValueCase> counts() {
    return ValueCase.of(ValueKind.COUNT).stream().filter(row -> !row.text().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("counts")
  void shouldReadCounts(ValueCase row) throws SettingsException {
    // Given
    Map<String, String> variables = Map.of(VARIABLE, row.text());
    long port = row.value().orElse(-1);

    // When, Then
    if (port >= 1 && port <= 65_535) {
      assertThat(AgentSettings.from(variables).httpPort()).isEqualTo((int) port);
    } else {
      String why = row.value().isPresent() ? "is not between 1 and 65535" : row.refusal();
      assertThatThrownBy(() -> AgentSettings.from(variables))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(VARIABLE + "=" + row.text() + ": " + why);
    }
  }
}
