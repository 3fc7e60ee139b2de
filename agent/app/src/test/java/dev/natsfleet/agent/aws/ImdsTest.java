package dev.natsfleet.agent.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.agent.ImdsStub;
import dev.natsfleet.agent.TestLoopback;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.PortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImdsTest {

  private final String ip = TestLoopback.next();
  private final ImdsStub stub = new ImdsStub("i-1", ip, "eu-west-1b");
  private final Imds imds = new Imds(stub.endpoint());

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void shouldReadTheInstance() {
    assertThat(InstanceIdentity.read(imds))
        .isEqualTo(
            new InstanceIdentity(
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
    assertThat(InstanceNotices.read(imds))
        .isEqualTo(new InstanceNotices("InService", false, false));

    // When
    stub.put("spot/instance-action", "{\"action\": \"terminate\"}");
    stub.put("events/recommendations/rebalance", "{}");

    // Then
    assertThat(InstanceNotices.read(imds)).isEqualTo(new InstanceNotices("InService", true, true));
  }

  @Test
  void shouldNameWhatIsMissing() {
    assertThatThrownBy(() -> imds.require("meta-data/tags/instance/other"))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("meta-data/tags/instance/other");
  }
}
