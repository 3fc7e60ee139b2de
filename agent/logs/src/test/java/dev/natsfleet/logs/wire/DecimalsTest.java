package dev.natsfleet.logs.wire;

import static org.assertj.core.api.Assertions.assertThat;

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

  private String text(int end) {
    return new String(buffer, 1, end - 1, StandardCharsets.US_ASCII);
  }
}
