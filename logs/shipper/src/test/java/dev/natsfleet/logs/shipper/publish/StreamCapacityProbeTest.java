package dev.natsfleet.logs.shipper.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamCapacityProbeTest {

  /** 10008 comes in an election, 10023 while a server is short of something. */
  @ParameterizedTest
  @CsvSource({"10008, false", "10023, false", "503, false", "10059, true", "10039, true"})
  void shouldAskAgainUnlessTheAnswerStays(int apiErrorCode, boolean last) {
    assertThat(StreamCapacityProbe.isFinal(apiErrorCode)).isEqualTo(last);
  }
}
