package dev.natsfleet.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTableTest {

  static List<ValueCase> table() {
    return ValueCase.table();
  }

  static List<ValueCase> durations() {
    return ValueCase.taken(ValueKind.DURATION);
  }

  @ParameterizedTest
  @MethodSource("table")
  void shouldReadOrRefuse(ValueCase row) {
    if (row.value().isPresent()) {
      assertThat(row.kind().parse(row.text())).isEqualTo(row.value().getAsLong());
    } else {
      assertThatThrownBy(() -> row.kind().parse(row.text()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(row.refusal())
          .hasMessageContaining(": write ");
    }
  }

  @ParameterizedTest
  @MethodSource("durations")
  void shouldReadWhatItRenders(ValueCase row) {
    // Given
    Duration duration = DurationFormat.parse(row.text());

    // When, Then
    assertThat(DurationFormat.parse(DurationFormat.render(duration))).isEqualTo(duration);
  }

  @Test
  void shouldRenderSecondsAsNatsServerReadsThem() {
    assertThat(DurationFormat.render(Duration.ofMinutes(2))).isEqualTo("120s");
    assertThat(DurationFormat.render(Duration.ofMillis(1500))).isEqualTo("1500ms");
  }

  @Test
  void shouldReadNumbersBelowZeroWhereTheyAreAskedFor() {
    assertThat(CountFormat.parseSigned("-90")).isEqualTo(-90);
    assertThatThrownBy(() -> CountFormat.parseSigned("2147483648"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("is not a whole number");
  }

  @Test
  void shouldNameFieldValueAndWayOut() {
    // Given
    SizeRange size = new SizeRange("spec.size", 1, 64, "is not from 1 to 64: choose one between");

    // When, Then
    assertThat(size.problem("64")).isEmpty();
    assertThat(size.problem("65")).contains("spec.size 65 is not from 1 to 64: choose one between");
    assertThat(size.problem("1MB")).contains("spec.size 1MB " + SizeFormat.REFUSAL);
  }
}
