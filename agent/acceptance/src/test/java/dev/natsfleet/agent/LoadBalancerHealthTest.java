package dev.natsfleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.http.BlockingHttp;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.registry.NodeState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load balancer sees of a node. */
@Tag("server")
class LoadBalancerHealthTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  void shouldTellTheTruthWhenTheServerHangsAndWhenTheNodeLeaves() throws Exception {
    // Given
    try (AgentCluster cluster = new AgentCluster(directory);
        TestNode node = new TestNode("i-1", directory, cluster.registry())) {
      node.start().await(NodeState.SERVING);
      awaitHealth(node, answer -> answer.equals(new BlockingHttp.Answer(200, "fit\n")));
      long server = node.server().orElseThrow().pid();

      // When nats-server stands still
      signal("STOP", server);

      // Then
      awaitHealth(node, answer -> answer.status() == 503);
      assertThat(page(node, "/healthz").body())
          .contains("nats-server: its monitor", "does not answer");
      assertThat(page(node, "/livez").status()).isEqualTo(200);

      // When it goes on
      signal("CONT", server);

      // Then
      awaitHealth(node, answer -> answer.status() == 200);

      // When the group ends the instance
      node.imds().put("autoscaling/target-lifecycle-state", "Terminated");

      // Then
      awaitHealth(node, answer -> answer.body().contains("the node is LEFT"));
    }
  }

  private static void awaitHealth(TestNode node, Predicate<BlockingHttp.Answer> expected)
      throws IOException {
    Await.until(SOON, () -> expected.test(page(node, "/healthz")), node.agent()::report);
  }

  private static BlockingHttp.Answer page(TestNode node, String path) throws IOException {
    return BlockingHttp.get(URI.create("http://" + node.ip() + ":8322" + path), SOON);
  }

  private static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }
}
