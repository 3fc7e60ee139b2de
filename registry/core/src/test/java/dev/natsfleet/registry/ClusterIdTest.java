package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterIdTest {

  @Test
  void shouldNameEverythingInAwsAfterTheCluster() {
    // Given
    ClusterId cluster = ClusterId.parse("payments/events");

    // Then
    assertThat(cluster.awsName()).isEqualTo("natsfleet.payments.events");
    assertThat(cluster.nodesTable()).isEqualTo("natsfleet.payments.events");
    assertThat(cluster.controlTable()).isEqualTo("natsfleet.payments.events.control");
    assertThat(cluster).hasToString("payments/events");
  }

  @Test
  void shouldNotShareATableWithAClusterWhoseNameEndsInControl() {
    // Given
    ClusterId one = ClusterId.parse("payments/events");
    ClusterId other = ClusterId.parse("payments/events-control");

    // Then
    assertThat(one.controlTable()).isNotEqualTo(other.nodesTable());
  }

  @Test
  void shouldStayWithinTheLengthOfATableName() {
    // Given
    ClusterId longest = new ClusterId("n".repeat(63), "c".repeat(63));

    // Then: DynamoDB takes 3 to 255 characters
    assertThat(longest.controlTable()).hasSizeLessThanOrEqualTo(255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "a/b/c", "/b", "a/", "A/b", "a.b/c", "a/-b", "a/b-", "a b/c"})
  void shouldRefuseANameThatKubernetesWouldRefuse(String text) {
    assertThatThrownBy(() -> ClusterId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'");
  }
}
