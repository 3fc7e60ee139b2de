package dev.natsfleet.logs.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReachTest {

  @Test
  void shouldTakeEveryGenerationBeforeTheNewestForThere() {
    Reach reach = new Reach.Known(new TreeMap<>(Map.of(4L, 100L, 6L, 60L)));

    assertThat(reach.of(3, 30)).isEqualTo(30);
    assertThat(reach.of(4, 120)).isEqualTo(100);
    assertThat(reach.of(5, 50)).isEqualTo(50);
    assertThat(reach.of(6, 70)).isEqualTo(60);
    assertThat(reach.of(7, 70)).isZero();
  }
}
