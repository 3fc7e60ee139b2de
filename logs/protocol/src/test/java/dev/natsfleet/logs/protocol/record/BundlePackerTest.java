package dev.natsfleet.logs.protocol.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BundlePackerTest {

  private final byte[] source = new byte[BundlePacker.MAX_BYTES];
  private final BundlePacker bundlePacker = new BundlePacker();
  private final BundleUnpacker bundleUnpacker = new BundleUnpacker();

  @AfterEach
  void close() {
    bundlePacker.close();
    bundleUnpacker.close();
  }

  @Test
  void shouldUnpackWhatItPackedOneAfterTheOther() {
    // Given
    new Random(7).nextBytes(source);
    byte[] all = payload(0, source.length);
    byte[] part = payload(100, 200);

    // Then
    assertThat(bundleUnpacker.unpack(all, source.length)).isEqualTo(source);
    assertThat(bundleUnpacker.unpack(part, 200)).startsWith(Arrays.copyOfRange(source, 100, 300));
    assertThat(bundleUnpacker.unpack(all, source.length)).isEqualTo(source);
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
    assertRefused(payload, BundlePacker.MAX_BYTES + 1);
    assertRefused(new byte[] {1, 2, 3}, 3);
  }

  private byte[] payload(int start, int length) {
    int size = bundlePacker.pack(source, start, length);
    return Arrays.copyOf(bundlePacker.packed(), size);
  }

  private void assertRefused(byte[] payload, int length) {
    assertThatThrownBy(() -> bundleUnpacker.unpack(payload, length))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
