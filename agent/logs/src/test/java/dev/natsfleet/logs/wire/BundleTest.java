package dev.natsfleet.logs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BundleTest {

  private final byte[] source = new byte[Bundle.MAX_BYTES];
  private final byte[] packed = new byte[Bundle.bound(Bundle.MAX_BYTES)];

  @Test
  void shouldUnpackWhatItPacked() {
    // Given
    new Random(7).nextBytes(source);
    int length = Bundle.pack(source, 0, source.length, packed, 0);

    // When
    byte[] bytes = Bundle.unpack(Arrays.copyOf(packed, length), source.length);

    // Then
    assertThat(bytes).isEqualTo(source);
  }

  @Test
  void shouldRefuseAPayloadThatIsNotWhatItsHeaderSays() {
    // Given
    int length = Bundle.pack(source, 0, 100, packed, 0);
    byte[] payload = Arrays.copyOf(packed, length);

    // Then
    assertThatThrownBy(() -> Bundle.unpack(payload, 99))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bundle.unpack(payload, 101))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bundle.unpack(payload, Bundle.MAX_BYTES + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bundle.unpack(new byte[] {1, 2, 3}, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
