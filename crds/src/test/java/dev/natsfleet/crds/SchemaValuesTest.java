package dev.natsfleet.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.natsfleet.crds.schema.ServerRanges;
import dev.natsfleet.values.ValueCase;
import dev.natsfleet.values.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of values against the schema on a real API server: it says what the records say. */
@Tag("server")
class SchemaValuesTest {

  /** The schema takes no text that is longer. */
  private static final int LONGEST = 16;

  static List<ValueCase> sizes() {
    return ValueCase.of(ValueKind.SIZE);
  }

  static List<ValueCase> durations() {
    return ValueCase.of(ValueKind.DURATION);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void shouldReadSizesAsTheRecordsDo(ValueCase row) {
    assertSame(row, "maxPayload", ServerRanges.MAX_PAYLOAD.problem(row.text()));
  }

  @ParameterizedTest
  @MethodSource("durations")
  void shouldReadDurationsAsTheRecordsDo(ValueCase row) {
    assertSame(row, "lameDuckDuration", ServerRanges.LAME_DUCK.problem(row.text()));
  }

  private static void assertSame(ValueCase row, String field, Optional<String> problem) {
    // Given
    JsonNode change =
        ExampleCluster.YAML.valueToTree(
            Map.of("spec", Map.of("server", Map.of(field, row.text()))));

    // When
    String refusal = new RefusalCase(row.toString(), change, false, List.of()).refusal();

    // Then
    if (problem.isEmpty()) {
      assertThat(refusal).isEmpty();
    } else if (row.text().length() > LONGEST) {
      assertThat(refusal).contains("spec.server." + field, "Too long");
    } else if (row.refusal().contains("too l")) {
      assertThat(refusal).contains("spec.server." + field + " " + row.text() + " is not");
    } else {
      assertThat(refusal).contains(problem.get());
    }
  }
}
