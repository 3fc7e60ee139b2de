package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A fleet whose image is named by a parameter; nothing watches its annotation. */
@Tag("server")
class ParameterAcceptanceTest {

  private static final String PARAMETER = "/images/nats";
  private static final String FIRST = "ami-0a1b2c3d4e5f60001";
  private static final String SECOND = "ami-0a1b2c3d4e5f60002";

  @Test
  void shouldTakeANewerImageOnlyWhenItIsAskedTo() {
    // Given
    name(FIRST);
    try (TestCluster cluster =
        TestCluster.apply(
            "follows",
            yaml -> yaml.replace("{id: " + FIRST + "}", "{parameter: " + PARAMETER + "}"))) {
      cluster.awaitReady(3);
      Set<String> before = cluster.members();

      // When
      name(SECOND);
      cluster.await("the newer image is offered", s -> cluster.hasEvent("NewerImage", SECOND));
      Set<String> offered = cluster.members();
      cluster.annotate("natsfleet.dev/roll-out", "please");
      cluster.await("new nodes", s -> cluster.members().stream().noneMatch(before::contains));
      cluster.awaitReady(3);

      // Then
      assertThat(offered).isEqualTo(before);
      assertThat(cluster.events("ReplacingNode")).hasSize(3);
      assertThat(cluster.condition("Progressing").reason()).isEqualTo("AsExpected");
    }
  }

  private static void name(String image) {
    OperatorTestbed.aws()
        .clients()
        .ssm()
        .putParameter(
            r -> r.name(PARAMETER).value(image).type(ParameterType.STRING).overwrite(true));
  }
}
