package dev.natsfleet.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetadataTest {

  private final CloudFixture fixture = new CloudFixture();
  private String id = "";

  @BeforeEach
  void launch() {
    fixture.create(CloudFixture.sizes(0, 3, 1));
    fixture.settle();
    id = fixture.members().getFirst().id();
  }

  private String read(String path) {
    return fixture.cloud.metadata().read(id, path).orElse("404");
  }

  @Test
  void shouldTellAnInstanceWhoItIs() {
    assertThat(read("meta-data/instance-id")).isEqualTo(id);
    assertThat(read("meta-data/local-ipv4")).startsWith("127.0.1.");
    assertThat(read("meta-data/placement/availability-zone")).isEqualTo("eu-west-1a");
    assertThat(read("meta-data/placement/region")).isEqualTo("eu-west-1");
    assertThat(read("dynamic/instance-identity/document")).contains("\"instanceId\":\"" + id);
    assertThat(read("meta-data/nonsense")).isEqualTo("404");
  }

  @Test
  void shouldShowTheTagsOfTheGroupAndOfTheTemplate() {
    assertThat(read("meta-data/tags/instance").lines())
        .containsExactly(
            "Name",
            "aws:autoscaling:groupName",
            "aws:ec2launchtemplate:id",
            "aws:ec2launchtemplate:version",
            "natsfleet:cluster");
    assertThat(read("meta-data/tags/instance/aws:autoscaling:groupName")).isEqualTo("web");
    assertThat(read("meta-data/tags/instance/natsfleet:cluster")).isEqualTo("shop/nats");
    assertThat(read("meta-data/tags/instance/none")).isEqualTo("404");
  }

  @Test
  void shouldGiveCredentialsThatBelongToTheRole() {
    // Given
    String role = read("meta-data/iam/security-credentials/");

    // When
    String credentials = read("meta-data/iam/security-credentials/" + role);

    // Then
    assertThat(role).isEqualTo("natsfleet-node");
    String key = credentials.replaceFirst(".*\"AccessKeyId\":\"([^\"]+)\".*", "$1");
    assertThat(fixture.cloud.caller(key).arn())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/natsfleet-node/" + id);
  }

  @Test
  void shouldWarnASpotInstanceTwoMinutesBeforeItGoes() {
    // Given
    assertThat(read("meta-data/spot/instance-action")).isEqualTo("404");

    // When
    fixture.cloud.faults().interruptSpot(id);

    // Then
    assertThat(read("meta-data/spot/instance-action")).contains("\"action\":\"terminate\"");
    fixture.advance(Duration.ofSeconds(119));
    assertThat(fixture.states()).containsExactly("InService");
    fixture.advance(Duration.ofSeconds(10));
    assertThat(fixture.members()).hasSize(1).noneMatch(member -> member.id().equals(id));
  }

  @Test
  void shouldRecommendARebalance() {
    fixture.cloud.faults().recommendRebalance(id);
    assertThat(read("meta-data/events/recommendations/rebalance")).contains("noticeTime");
  }
}
