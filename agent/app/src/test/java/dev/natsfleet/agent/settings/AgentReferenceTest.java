package dev.natsfleet.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of variables in the reference is the one that the agent reads. */
class AgentReferenceTest {

  private static final Path PAGE =
      Path.of(System.getProperty("natsfleet.root"), "docs/reference/agent.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]+)` \\| `(.*?)` ");

  @Test
  void shouldNameEveryVariableAndItsDefault() throws IOException, SettingsException {
    // Given
    TreeMap<String, String> table = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      table.put(row.group(1), row.group(2));
    }

    // Then
    assertThat(AgentSettings.from(table)).isEqualTo(AgentSettings.from(Map.of()));
    assertThatThrownBy(() -> AgentSettings.from(Map.of("NATSFLEET_X", "")))
        .hasMessageContaining("known are " + table.keySet());
  }
}
