package dev.natsfleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.registry.InMemoryRegistry;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariant 10: a registry that is away harms no server. */
@Tag("server")
class OutageTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final AtomicBoolean away = new AtomicBoolean();

  @Test
  void shouldServeOnAndRestartAServerFromMemoryWhileTheRegistryIsAway() {
    // Given
    try (AgentCluster cluster = new AgentCluster(directory);
        TestNode node = new TestNode("i-1", directory, cutOff(cluster.registry()))) {
      node.start().await(NodeState.SERVING).awaitLaunchPersisted();
      long pid = node.server().orElseThrow().pid();

      // When the registry goes away, then the agent is replaced, then the server is killed
      away.set(true);
      node.agent().stop();
      node.start();
      Await.until(SOON, () -> isFailing(node, ActionKind.REGISTER), node.agent()::report);

      // Then the new agent serves with the same server, whose monitor it has read meanwhile
      node.await(NodeState.SERVING);
      assertThat(node.server().orElseThrow().pid()).isEqualTo(pid);
      node.server().orElseThrow().destroyForcibly();
      Await.until(
          SOON,
          () -> node.server().filter(server -> server.pid() != pid).isPresent(),
          node.agent()::report);

      // When it is back
      away.set(false);

      // Then
      node.await(NodeState.SERVING);
    }
  }

  private static boolean isFailing(TestNode node, ActionKind actionKind) {
    return node.agent().node().schedule().failures(actionKind) > 0;
  }

  private NodeRegistry cutOff(InMemoryRegistry registry) {
    return (NodeRegistry)
        Proxy.newProxyInstance(
            NodeRegistry.class.getClassLoader(),
            new Class<?>[] {NodeRegistry.class},
            (proxy, method, arguments) -> {
              if (away.get()) {
                throw new PortException(Kind.UNAVAILABLE, "the registry is away");
              }
              try {
                return method.invoke(registry, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
