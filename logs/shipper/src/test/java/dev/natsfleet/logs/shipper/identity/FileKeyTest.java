package dev.natsfleet.logs.shipper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKeyTest {

  @ParameterizedTest
  @CsvSource({
    "10, true, 10, true, true",
    "10, true, 10, false, true",
    "10, true, 20, true, false",
    "10, true, 20, false, false",
    "10, false, 20, true, false",
    "10, false, 20, false, true", // perhaps times of the last change
  })
  void shouldTellAnInodeThatCameBackByItsBirth(
      long birth, boolean certain, long other, boolean otherCertain, boolean same) {
    FileKey key = new FileKey(1, 7, birth, certain);

    assertThat(key.matches(new FileKey(1, 7, other, otherCertain))).isEqualTo(same);
    assertThat(key.matches(new FileKey(1, 8, birth, certain))).isFalse();
    assertThat(key.matches(new FileKey(2, 7, birth, certain))).isFalse();
  }
}
