package dev.natsfleet.agent;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.InMemoryRegistry;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.SampleSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A cluster in one process: a registry in memory and instances with real servers. */
public final class AgentCluster implements AutoCloseable {

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final List<TestNode> nodes = new ArrayList<>();
  private final Path directory;

  /** A cluster without nodes, whose stable settings have the revision {@code r1}. */
  public AgentCluster(Path directory) {
    this.directory = directory;
    registry.create();
    registry.put(settings("r1", 1_048_576, "{}"));
    registry.put(new ClusterRow("uid-1", "r1"));
  }

  /** Settings with heartbeats that are quick, so that orders are. */
  public static NodeSettings settings(String revision, long maxPayload, String config) {
    return SampleSettings.with(
        Map.of(
            "revision", revision,
            "maxPayloadBytes", maxPayload,
            "config", config,
            "heartbeatSeconds", 2));
  }

  /** An instance that is switched off. */
  public TestNode node(String instance) {
    TestNode node = new TestNode(instance, directory, registry);
    nodes.add(node);
    return node;
  }

  /** The registry. */
  public InMemoryRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    nodes.forEach(TestNode::close);
  }
}
