package dev.natsfleet.operator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceAddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.3.17, IPv4, 10.0.3.17",
    "127.0.3.17, FQDN, ip-127-0-3-17.internal",
  })
  void shouldReadWhatItWrote(String ip, SliceAddress.Type type, String written) {
    assertThat(SliceAddress.Type.of(ip)).isEqualTo(type);
    assertThat(SliceAddress.write(ip)).isEqualTo(written);
    assertThat(SliceAddress.read(written)).isEqualTo(ip);
  }
}
