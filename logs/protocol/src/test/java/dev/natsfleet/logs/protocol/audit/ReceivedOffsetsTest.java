package dev.natsfleet.logs.protocol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReceivedOffsetsTest {

  @Test
  void shouldTakeEveryGenerationBeforeTheNewestForThere() {
    ReceivedOffsets receivedOffsets =
        new ReceivedOffsets.Known(new TreeMap<>(Map.of(4L, 100L, 6L, 60L)));

    assertThat(receivedOffsets.endOf(3, 30)).isEqualTo(30);
    assertThat(receivedOffsets.endOf(4, 120)).isEqualTo(100);
    assertThat(receivedOffsets.endOf(5, 50)).isEqualTo(50);
    assertThat(receivedOffsets.endOf(6, 70)).isEqualTo(60);
    assertThat(receivedOffsets.endOf(7, 70)).isZero();
  }
}
