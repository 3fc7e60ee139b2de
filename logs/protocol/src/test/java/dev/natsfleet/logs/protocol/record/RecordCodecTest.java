package dev.natsfleet.logs.protocol.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {

  private static final RecordHeader HEADER =
      new RecordHeader(
          -1, 3, 123_456_789_012L, 201, RecordFlags.PARTIAL | RecordFlags.OPENS, 77, 9_999_999);

  private final byte[] buffer = new byte[RecordCodec.MAX_HEADER];

  @Test
  void shouldWriteOneCompactLine() {
    // When
    String block = text(RecordCodec.write(buffer, 0, HEADER));

    // Then
    assertThat(block)
        .isEqualTo("NATS/1.0\r\nNF:1 3w5e11264sgsf 3 123456789012 201 po 25 9999999\r\n\r\n");
  }

  @Test
  void shouldReadWhatItWrote() {
    String block = text(RecordCodec.write(buffer, 0, HEADER));

    assertThat(RecordCodec.parse(value(block, "NF:"))).isEqualTo(HEADER);
  }

  @Test
  void shouldReadTheOpeningItWrote() {
    // Given
    GenerationStart generationStart =
        new GenerationStart("/var/log/ein Weg/ä%\r\nNF:1.log", 2, 500, GenerationStart.UNKNOWN);

    // When
    String block = text(RecordCodec.write(buffer, 0, HEADER, generationStart));

    // Then
    assertThat(block.lines()).hasSize(4);
    assertThat(RecordCodec.parseStart(value(block, "NF-Open:"))).contains(generationStart);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2 a 1 0 0 - a 1",
        "1 a 1 0 0 - a",
        "1 a x 0 0 - a 1",
        "1 a 1 0 0 q a 1",
        "1 a 1 0 0 - a 1 9",
        "1 a 1 0 9999999999 - a 1"
      })
  void shouldRefuseMalformedHeaders(String value) {
    assertThatThrownBy(() -> RecordCodec.parse(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2", "1 2 x /a", "1 2 3 %zz"})
  void shouldNotReadMalformedOpenings(String value) {
    assertThat(RecordCodec.parseStart(value)).isEmpty();
  }

  private String text(int end) {
    return new String(buffer, 0, end, StandardCharsets.US_ASCII);
  }

  private static String value(String block, String name) {
    int start = block.indexOf(name) + name.length();
    return block.substring(start, block.indexOf("\r\n", start));
  }
}
