package dev.natsfleet.logs.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PackerTest {

  private final byte[] source = new byte[Packer.MAX_BYTES];
  private final Packer packer = new Packer();
  private final Unpacker unpacker = new Unpacker();

  @AfterEach
  void close() {
    packer.close();
    unpacker.close();
  }

  @Test
  void shouldUnpackWhatItPackedOneAfterTheOther() {
    // Given
    new Random(7).nextBytes(source);
    byte[] all = payload(0, source.length);
    byte[] part = payload(100, 200);

    // Then
    assertThat(unpacker.unpack(all, source.length)).isEqualTo(source);
    assertThat(unpacker.unpack(part, 200)).startsWith(Arrays.copyOfRange(source, 100, 300));
    assertThat(unpacker.unpack(all, source.length)).isEqualTo(source);
  }

  @Test
  void shouldPackLinesThatAreAlike() {
    byte[] line = "2026-06-15T12:00:00Z web1 GET /index.html 200 0.004\n".getBytes(US_ASCII);
    for (int at = 0; at + line.length <= source.length; at += line.length) {
      System.arraycopy(line, 0, source, at, line.length);
    }

    assertThat(payload(0, source.length)).hasSizeLessThan(source.length / 50);
  }

  @Test
  void shouldRefuseAPayloadThatIsNotWhatItsHeaderSays() {
    byte[] payload = payload(0, 100);

    assertRefused(payload, 99);
    assertRefused(payload, 101);
    assertRefused(payload, Packer.MAX_BYTES + 1);
    assertRefused(new byte[] {1, 2, 3}, 3);
  }

  private byte[] payload(int start, int length) {
    int size = packer.pack(source, start, length);
    return Arrays.copyOf(packer.packed(), size);
  }

  private void assertRefused(byte[] payload, int length) {
    assertThatThrownBy(() -> unpacker.unpack(payload, length))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
