package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.dynamodblocal.DynamoLocal;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;

/**
 * Chart and image in a Kubernetes that runs pods, from install to uninstall. As root, by {@code
 * make kubernetes}, which builds the image and what runs pods; no part of {@code make test}.
 */
@Tag("server")
class KubernetesNodeIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String EXAMPLE =
      OperatorTestbed.ROOT.resolve("examples/nats-cluster.yaml").toString();

  @Test
  void shouldLookAfterAFleetUntilItIsUninstalled() throws Exception {
    try (DynamoLocal tables = DynamoLocal.start();
        KubernetesNode node = KubernetesNode.start()) {
      EmulatedAccount aws = EmulatedAccount.start(tables.endpoint(), Realism.LIKE_AWS);

      // Two operators, one leader, three servers
      ChartRelease release = ChartRelease.install(node, environment(node, tables, aws));
      assertThat(release.readyPods()).hasSize(2);
      assertThat(release.test()).contains("Succeeded");
      node.kubectl("apply", "--filename", EXAMPLE);
      awaitReady(node, 3);

      // The leader is killed while it makes the fleet larger
      String first = release.holder();
      node.kubectl("patch", "natscluster", "demo", "--type=merge", "--patch", desired(5));
      release.killLeader();
      Duration takeOver =
          Await.until(
              "another leads",
              () -> !release.holder().equals(first),
              PATIENCE,
              () -> release.holder());
      assertThat(takeOver).isLessThan(OperatorReplica.TAKE_OVER);
      awaitReady(node, 5);

      // Neither upgrade nor uninstall touches a server
      Set<String> instances = instances(aws);
      release.upgrade();
      awaitReady(node, 5);
      assertThat(instances(aws)).isEqualTo(instances);
      assertThat(release.uninstall()).contains("natsclusters.natsfleet.dev");
      assertThat(instances(aws)).isEqualTo(instances);
      assertThat(node.kubectl("get", "natscluster", "demo")).contains("Running");
    }
  }

  private static Map<String, String> environment(
      KubernetesNode node, DynamoLocal tables, EmulatedAccount aws) throws IOException {
    Map<String, String> environment = new HashMap<>(tables.environment());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", node.reachable(tables.endpoint()));
    environment.put("AWS_ENDPOINT_URL", node.reachable(aws.endpoint()));
    return environment;
  }

  private static String desired(int nodes) {
    return "{\"spec\":{\"core\":{\"desired\":%d}}}".formatted(nodes);
  }

  private static void awaitReady(KubernetesNode node, int nodes) {
    node.kubectl(
        "wait", "natscluster/demo", "--for=jsonpath={.status.ready}=" + nodes, "--timeout=100s");
    node.kubectl("wait", "natscluster/demo", "--for=condition=Ready", "--timeout=60s");
  }

  private static Set<String> instances(EmulatedAccount aws) {
    AutoScalingGroup group =
        aws.clients().groups(new ClusterId("default", "demo").awsName() + ".core").getFirst();
    return group.instances().stream().map(Instance::instanceId).collect(Collectors.toSet());
  }
}
