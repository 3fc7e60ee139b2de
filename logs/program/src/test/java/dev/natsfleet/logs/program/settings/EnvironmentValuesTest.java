package dev.natsfleet.logs.program.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.settings.EnvironmentReader;
import dev.natsfleet.settings.SettingsException;
import dev.natsfleet.values.CountFormat;
import dev.natsfleet.values.DurationFormat;
import dev.natsfleet.values.SizeFormat;
import dev.natsfleet.values.ValueCase;
import dev.natsfleet.values.ValueKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of values against the variables of the log programs. */
class EnvironmentValuesTest {

  /** An empty variable is one that is not set. */
  static List<ValueCase> table() {
    return ValueCase.table().stream().filter(row -> !row.text().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("table")
  void shouldReadOrRefuse(ValueCase row) throws SettingsException {
    // Given
    Variable variable = variable(row.kind());
    EnvironmentReader environment = Variable.reader(Map.of(variable.name(), row.text()));

    // When
    long value = read(environment, variable, row.kind());

    // Then
    if (row.value().isPresent()) {
      environment.throwProblems();
      assertThat(value).isEqualTo(row.value().getAsLong());
    } else {
      assertThatThrownBy(environment::throwProblems)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(variable + "=" + row.text() + ": " + row.refusal());
    }
  }

  private static Variable variable(ValueKind kind) {
    return switch (kind) {
      case DURATION -> Variable.SHIPPER_ACK_WAIT;
      case SIZE -> Variable.SHIPPER_WINDOW_BYTES;
      case COUNT -> Variable.SHIPPER_PARTITIONS;
    };
  }

  private static long read(EnvironmentReader environment, Variable variable, ValueKind kind) {
    return switch (kind) {
      case DURATION ->
          environment.parsed(variable, text -> DurationFormat.parse(text).toMillis(), -1L);
      case SIZE -> environment.parsed(variable, SizeFormat::parse, -1L);
      case COUNT -> environment.parsed(variable, CountFormat::parse, -1);
    };
  }
}
