package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** The policy that users give the operator is what it needs: no less, and no more. */
class PolicyTest {

  private static final String IMAGE = "/natsfleet/node-image";

  /**
   * Checked by AWS when the operator hands over a launch template, tags what it creates, or creates
   * the first group of an account.
   */
  private static final Set<String> NEEDED_INDIRECTLY =
      Set.of(
          "ec2:CreateTags",
          "ec2:RunInstances",
          "iam:PassRole",
          "iam:CreateServiceLinkedRole",
          "dynamodb:TagResource");

  @Test
  void shouldAllowWhatIsCalledAndNothingElse() throws IOException {
    // Given
    Lab.aws()
        .clients()
        .ssm()
        .putParameter(
            r -> r.name(IMAGE).value("ami-0a1b2c3d4e5f60002").type("String").overwrite(true));

    // When
    Set<String> called = liveALife();

    // Then
    Set<String> allowed = allowed();
    assertThat(allowed).containsAll(called);
    allowed.removeAll(NEEDED_INDIRECTLY);
    assertThat(called).containsAll(allowed);
  }

  /** Everything that an operator has to do, and what it called in doing so. */
  private static Set<String> liveALife() {
    try (Cluster cluster = Cluster.apply("allowed").awaitReady(3)) {
      cluster.patch("{\"paused\":true}");
      cluster.await("paused", status -> status.phase().equals("Paused"));
      Drift.ALL.forEach(drift -> drift.interfere(cluster));
      loseANode(cluster);
      cluster.patch("{\"paused\":false}");
      Drift.ALL.forEach(drift -> drift.awaitCorrected(cluster));
      cluster.patch("{\"core\":{\"desired\":1}}");
      cluster.awaitReady(1);
      cluster.patch("{\"nodes\":{\"image\":{\"id\":null,\"parameter\":\"" + IMAGE + "\"}}}");
      Waiting.until(
          "the old template version is deleted", () -> !cluster.events("Pruning").isEmpty());
      cluster.patch("{\"server\":{\"maxPayload\":\"2Mi\"}}");
      cluster.await("new settings", status -> status.phase().equals("Running"));
      cluster.delete();
      cluster.awaitGone();
    }
    return Lab.operator().counts().actions();
  }

  /** While nothing is launched: the operator looks for the reason why the group is short. */
  private static void loseANode(Cluster cluster) {
    AutoScalingClient aws = Lab.aws().clients().autoScaling();
    aws.suspendProcesses(r -> r.autoScalingGroupName(cluster.group()).scalingProcesses("Launch"));
    aws.terminateInstanceInAutoScalingGroup(
        r ->
            r.instanceId(cluster.members().iterator().next())
                .shouldDecrementDesiredCapacity(false));
    Waiting.until("a node is missing", () -> cluster.members().size() == 2);
  }

  private static Set<String> allowed() throws IOException {
    JsonNode policy =
        new ObjectMapper().readTree(Lab.ROOT.resolve("docs/iam/operator-policy.json").toFile());
    Set<String> actions = new TreeSet<>();
    for (JsonNode statement : policy.get("Statement")) {
      JsonNode action = statement.get("Action");
      if (action.isArray()) {
        action.forEach(one -> actions.add(one.asText()));
      } else {
        actions.add(action.asText());
      }
    }
    return actions;
  }
}
