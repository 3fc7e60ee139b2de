package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** The published policy allows exactly the calls that the operator makes. */
@Tag("server")
class PolicyTest {

  private static final String IMAGE = "/natsfleet/node-image";

  /**
   * Called for a member whose machine is gone, or checked by AWS when the operator hands over a
   * launch template, tags what it creates, or creates the first group of an account.
   */
  private static final Set<String> NEEDED_INDIRECTLY =
      Set.of(
          "autoscaling:CompleteLifecycleAction",
          "ec2:CreateTags",
          "ec2:RunInstances",
          "iam:PassRole",
          "iam:CreateServiceLinkedRole",
          "dynamodb:TagResource");

  @Test
  void shouldAllowWhatIsCalledAndNothingElse() throws IOException {
    // Given
    OperatorTestbed.aws()
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

  /** Makes the operator do everything it can, and gives the operations that it called. */
  private static Set<String> liveALife() {
    try (TestCluster cluster = TestCluster.apply("allowed").awaitReady(3)) {
      cluster.patch("{\"paused\":true}");
      cluster.await("paused", status -> status.phase().equals("Paused"));
      ManualChange.ALL.forEach(change -> change.interfere(cluster));
      loseANode(cluster);
      cluster.patch("{\"paused\":false}");
      ManualChange.ALL.forEach(change -> change.awaitCorrected(cluster));
      cluster.patch("{\"core\":{\"desired\":1}}");
      cluster.awaitReady(1);
      cluster.patch("{\"nodes\":{\"image\":{\"id\":null,\"parameter\":\"" + IMAGE + "\"}}}");
      OperatorAwait.until(
          "the old template version is deleted", () -> !cluster.events("Pruning").isEmpty());
      cluster.patch("{\"server\":{\"maxPayload\":\"2Mi\"}}");
      cluster.await("new settings", status -> status.phase().equals("Running"));
      cluster.delete();
      cluster.awaitGone();
    }
    return OperatorTestbed.operator().counts().actions();
  }

  /** No instance is launched, so the operator reads why the group is short of members. */
  private static void loseANode(TestCluster cluster) {
    AutoScalingClient aws = OperatorTestbed.aws().clients().autoScaling();
    aws.suspendProcesses(r -> r.autoScalingGroupName(cluster.group()).scalingProcesses("Launch"));
    aws.terminateInstanceInAutoScalingGroup(
        r ->
            r.instanceId(cluster.members().iterator().next())
                .shouldDecrementDesiredCapacity(false));
    OperatorAwait.until("a node is missing", () -> cluster.members().size() == 2);
  }

  private static Set<String> allowed() throws IOException {
    JsonNode policy =
        new ObjectMapper()
            .readTree(OperatorTestbed.ROOT.resolve("docs/iam/operator-policy.json").toFile());
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
