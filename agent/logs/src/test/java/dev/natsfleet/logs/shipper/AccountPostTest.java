package dev.natsfleet.logs.shipper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountPostTest {

  @Test
  void shouldAskEverMoreSeldomWithoutPermission() {
    assertThat(AccountPost.pause(0)).isEqualTo(Duration.ofSeconds(5).toNanos());
    assertThat(AccountPost.pause(1)).isEqualTo(Duration.ofSeconds(5).toNanos());
    assertThat(AccountPost.pause(2)).isEqualTo(Duration.ofSeconds(10).toNanos());
    assertThat(AccountPost.pause(1_000)).isEqualTo(Duration.ofSeconds(160).toNanos());
  }
}
