package dev.natsfleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.web.Http;
import dev.natsfleet.registry.NodeState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load balancer sees of a node. */
class HealthTest {

  @TempDir Path directory;

  @Test
  void shouldTellTheTruthWhenTheServerHangsAndWhenTheNodeLeaves() throws Exception {
    // Given
    try (Cluster cluster = new Cluster(directory);
        TestNode node = new TestNode("i-1", directory, cluster.registry())) {
      node.start().await(NodeState.SERVING);
      assertThat(page(node, "/healthz")).isEqualTo(new Http.Answer(200, "fit\n"));
      long server = node.server().orElseThrow().pid();

      // When nats-server stands still
      signal("STOP", server);
      Http.Answer hanging = page(node, "/healthz");
      signal("CONT", server);

      // Then
      assertThat(hanging.status()).isEqualTo(503);
      assertThat(hanging.body()).contains("nats-server: its monitor", "does not answer");
      assertThat(page(node, "/livez").status()).isEqualTo(200);
      assertThat(page(node, "/healthz").status()).isEqualTo(200);

      // When the group ends the instance
      node.imds().put("autoscaling/target-lifecycle-state", "Terminated");
      node.await(NodeState.LEFT);

      // Then
      assertThat(page(node, "/healthz").body()).contains("the node is LEFT");
    }
  }

  private static Http.Answer page(TestNode node, String path) throws IOException {
    return Http.get(URI.create("http://" + node.ip() + ":8322" + path), Map.of());
  }

  private static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }
}
