package dev.natsfleet.logs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @Test
  void shouldReadUnits() {
    assertThat(Quantity.bytes("8Mi")).isEqualTo(8L << 20);
    assertThat(Quantity.bytes("17")).isEqualTo(17);
    assertThat(Quantity.duration("250ms")).isEqualTo(Duration.ofMillis(250));
    assertThat(Quantity.duration("7d")).isEqualTo(Duration.ofDays(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "5", "5 s", "s", "5x", "999999999999999999d"})
  void shouldRefuseWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Quantity.duration(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
