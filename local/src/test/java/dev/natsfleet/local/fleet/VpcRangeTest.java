package dev.natsfleet.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VpcRangeTest {

  @Test
  void shouldGiveTwoFleetsTwoRanges() {
    try (VpcRange first = VpcRange.claim();
        VpcRange second = VpcRange.claim()) {
      assertThat(first.prefix()).startsWith("127.").isNotEqualTo(second.prefix());
    }
  }
}
