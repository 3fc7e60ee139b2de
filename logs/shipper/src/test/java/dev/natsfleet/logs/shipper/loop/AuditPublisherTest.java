package dev.natsfleet.logs.shipper.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditPublisherTest {

  @Test
  void shouldAskEverMoreSeldomWithoutPermission() {
    assertThat(AuditPublisher.pause(0)).isEqualTo(Duration.ofSeconds(5).toNanos());
    assertThat(AuditPublisher.pause(1)).isEqualTo(Duration.ofSeconds(5).toNanos());
    assertThat(AuditPublisher.pause(2)).isEqualTo(Duration.ofSeconds(10).toNanos());
    assertThat(AuditPublisher.pause(1_000)).isEqualTo(Duration.ofSeconds(160).toNanos());
  }
}
