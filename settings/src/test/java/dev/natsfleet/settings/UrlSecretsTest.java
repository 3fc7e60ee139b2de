package dev.natsfleet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlSecretsTest {

  @Test
  void shouldHideUsersAndPasswordsOfEveryUrl() {
    String text = "Unable to connect to NATS servers: [nats://app:s3@cret@n1:4222, tls://tok@n2]";

    assertThat(UrlSecrets.redactUrls(text))
        .isEqualTo("Unable to connect to NATS servers: [nats://***@n1:4222, tls://***@n2]");
  }

  @Test
  void shouldHideAPasswordWithASlashToo() {
    assertThat(UrlSecrets.redactUrls("Unable to parse URI string.: nats://app:s/ec@ret@n1:4222"))
        .isEqualTo("Unable to parse URI string.: nats://***@n1:4222");
  }

  @Test
  void shouldLeaveTheRest() {
    assertThat(UrlSecrets.redactUrls("nats://n1:4222 a@b")).isEqualTo("nats://n1:4222 a@b");
  }
}
