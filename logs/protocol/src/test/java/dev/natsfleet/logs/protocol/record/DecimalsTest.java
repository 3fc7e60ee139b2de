package dev.natsfleet.logs.protocol.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  private final byte[] buffer = new byte[40];

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, 99, 100, 1234567890123456789L, Long.MAX_VALUE})
  void shouldWriteAsTheJdkDoes(long number) {
    assertThat(text(Decimals.write(buffer, 1, number))).isEqualTo(Long.toString(number));
    assertThat(text(Decimals.writeBase36(buffer, 1, -number)))
        .isEqualTo(Long.toUnsignedString(-number, 36));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, 99, 1234567890123456789L, Long.MAX_VALUE})
  void shouldReadAsTheJdkDoes(long number) {
    String decimal = "x" + number + ".";
    String base36 = Long.toUnsignedString(-number, 36);

    assertThat(Decimals.read(decimal, 1, decimal.length() - 1)).isEqualTo(number);
    assertThat(Decimals.readBase36(base36, 0, base36.length())).isEqualTo(-number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", " 1", "1a", "A", ":", "9223372036854775808"})
  void shouldRefuseWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> Decimals.read(text, 0, text.length()))
        .isInstanceOf(NumberFormatException.class);
  }

  private String text(int end) {
    return new String(buffer, 1, end - 1, StandardCharsets.US_ASCII);
  }
}
