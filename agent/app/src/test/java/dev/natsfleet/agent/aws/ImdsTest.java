package dev.natsfleet.agent.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.agent.ImdsStub;
import dev.natsfleet.agent.Loopback;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.PortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImdsTest {

  private final String ip = Loopback.next();
  private final ImdsStub stub = new ImdsStub("i-1", ip, "eu-west-1b");
  private final Imds imds = new Imds(stub.endpoint());

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void shouldReadTheInstance() {
    assertThat(Instance.read(imds))
        .isEqualTo(
            new Instance(
                "i-1",
                ip,
                "eu-west-1b",
                "eu-west-1",
                new ClusterId("team", "orders"),
                "core",
                "natsfleet.team.orders.core"));
  }

  @Test
  void shouldRenewItsTokenWhenTheOldOneIsRefused() {
    // Given
    imds.require("meta-data/instance-id");

    // When
    stub.expireTokens();

    // Then
    assertThat(imds.require("meta-data/instance-id")).isEqualTo("i-1");
  }

  @Test
  void shouldSeeNoticesOnlyWhenThereAreSome() {
    // Given
    assertThat(Notices.read(imds)).isEqualTo(new Notices("InService", false, false));

    // When
    stub.put("spot/instance-action", "{\"action\": \"terminate\"}");
    stub.put("events/recommendations/rebalance", "{}");

    // Then
    assertThat(Notices.read(imds)).isEqualTo(new Notices("InService", true, true));
  }

  @Test
  void shouldNameWhatIsMissing() {
    assertThatThrownBy(() -> imds.require("meta-data/tags/instance/other"))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("meta-data/tags/instance/other");
  }
}
