package dev.natsfleet.agent;

import dev.natsfleet.agent.aws.Imds;
import dev.natsfleet.agent.aws.InstanceIdentity;
import dev.natsfleet.agent.driver.NodeDriver;
import dev.natsfleet.agent.settings.AgentSettings;
import dev.natsfleet.agent.state.StateDirectory;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.servers.PinnedTool;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.settings.SettingsException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance: its own address, metadata, state directory, a real nats-server, and an agent. */
public final class TestNode implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final RecordingHooks hooks = new RecordingHooks();
  private final String ip = TestLoopback.next();
  private final Path directory;
  private final NodeRegistry registry;
  private final ImdsStub imds;
  private @Nullable NodeDriver agent;

  /** An instance that is switched off. */
  public TestNode(String instance, Path parent, NodeRegistry registry) {
    this.directory = parent.resolve(instance);
    this.registry = registry;
    this.imds = new ImdsStub(instance, ip, "eu-west-1a");
  }

  /** Starts an agent. */
  public TestNode start() {
    Imds metadata = new Imds(imds.endpoint());
    Agent wired = new Agent(settings(), metadata, new Agent.AgentPorts(registry, hooks));
    agent = wired.start(vertx, InstanceIdentity.read(metadata));
    return this;
  }

  private AgentSettings settings() {
    try {
      return AgentSettings.from(
          Map.of(
              "NATSFLEET_STATE_DIR", directory.toString(),
              "NATSFLEET_SERVER_BINARY", PinnedTool.NATS_SERVER.path().toString(),
              "NATSFLEET_MONITOR_ADDRESS", ip,
              "NATSFLEET_HTTP_ADDRESS", ip,
              "AWS_EC2_METADATA_SERVICE_ENDPOINT", imds.endpoint().toString()));
    } catch (SettingsException e) {
      throw new AssertionError("the settings of a test node are right", e);
    }
  }

  /** The running agent. */
  public NodeDriver agent() {
    if (agent == null) {
      throw new AssertionError("no agent was started");
    }
    return agent;
  }

  /** Waits for a state. */
  public TestNode await(NodeState state) {
    Await.until(SOON, () -> agent().node().state() == state, agent()::report);
    return this;
  }

  /** The address. */
  public String ip() {
    return ip;
  }

  /** The metadata. */
  public ImdsStub imds() {
    return imds;
  }

  /** The hooks. */
  public RecordingHooks hooks() {
    return hooks;
  }

  /** The nats-server that runs on this instance. */
  public Optional<ProcessHandle> server() {
    Path note = directory.resolve("nats-server.process");
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    try {
      String[] parts = Files.readString(note).split(" ", -1);
      return ProcessHandle.of(Long.parseLong(parts[0])).filter(ProcessHandle::isAlive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the disk says that the launch hook is completed: an agent that is replaced in the
   * moment before has to join again, for which it needs the registry.
   */
  public TestNode awaitLaunchPersisted() {
    StateDirectory state = new StateDirectory(directory);
    Await.until(SOON, () -> state.read().launched(), agent()::report);
    return this;
  }

  /** The configuration in use. */
  public String config() {
    try {
      return Files.readString(directory.resolve("nats-server.conf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (agent != null) {
      agent.stop();
    }
    server().ifPresent(ProcessHandle::destroyForcibly);
    vertx.close().toCompletionStage().toCompletableFuture().join();
    imds.close();
  }
}
