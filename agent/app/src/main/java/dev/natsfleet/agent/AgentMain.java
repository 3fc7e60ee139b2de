package dev.natsfleet.agent;

import dev.natsfleet.agent.aws.AutoScalingHooks;
import dev.natsfleet.agent.aws.Imds;
import dev.natsfleet.agent.aws.InstanceIdentity;
import dev.natsfleet.agent.driver.NodeDriver;
import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.server.ServerFiles;
import dev.natsfleet.agent.settings.AgentSettings;
import dev.natsfleet.agent.state.StateDirectory;
import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.dynamodb.DynamoClients;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import dev.natsfleet.settings.SettingsException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;

/**
 * The agent of a node: {@code agent} runs it, {@code agent drain} asks the running one to leave and
 * waits until it has. SIGTERM ends the agent alone, so that it can be upgraded: nats-server goes on
 * and is adopted by the next agent. A host that goes down runs {@code agent drain} first.
 */
public final class AgentMain {

  private static final Logger LOG = LoggerFactory.getLogger("agent");
  private static final String METADATA_SERVICE = "instance metadata";
  private static final FailureLog.Messages METADATA =
      new FailureLog.Messages(
          "the agent waits for instance metadata and asks again", "instance metadata answer");
  private static final Duration METADATA_RETRY = Duration.ofMillis(500);

  /** Seconds, read once by the JDK's client, at its first call. */
  private static final String KEEP_ALIVE = "http.keepAlive.time.server";

  private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

  private static final int ANOTHER_RUNS = 1;
  private static final int BAD_SETTINGS = 2;
  private static final int FAILED = 4;
  private static final int NOTHING_DRAINED = 5;

  private AgentMain() {}

  /** Runs until the node has left, or the agent is ended. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    try {
      AgentSettings settings = AgentSettings.from(System.getenv());
      ServerFiles.in(settings.stateDirectory());
      StateDirectory state = new StateDirectory(settings.stateDirectory());
      return arguments.equals(List.of("drain")) ? drain(state) : serve(settings, state);
    } catch (SettingsException e) {
      LOG.atError()
          .addKeyValue("problems", e.getMessage())
          .log("the environment has settings that are refused; the agent ends");
      return BAD_SETTINGS;
    } catch (UncheckedIOException | IOException e) {
      LOG.atError()
          .addKeyValue("problem", e.getMessage())
          .log("the state directory cannot be used; the agent ends, to be started again");
      return FAILED;
    }
  }

  private static int drain(StateDirectory state) throws IOException {
    Optional<FileLock> lock = state.lock();
    if (lock.isPresent()) {
      lock.get().channel().close(); // an agent that starts meanwhile must not find it
      LOG.atWarn()
          .addKeyValue("directory", state.directory())
          .log(
              "no agent runs with this state directory, so nothing is drained; start the agent and"
                  + " ask again, or end nats-server yourself");
      return NOTHING_DRAINED;
    }
    state.requestLeave();
    state.awaitUnlocked();
    return 0;
  }

  private static int serve(AgentSettings settings, StateDirectory state)
      throws InterruptedException {
    Optional<FileLock> lock = state.lock();
    if (lock.isEmpty()) {
      LOG.atError()
          .addKeyValue("directory", state.directory())
          .log("another agent runs with this state directory; this one ends");
      return ANOTHER_RUNS;
    }
    try {
      state.clearLeaveRequest();
      return serve(settings);
    } finally {
      // the garbage collector releases a lock that nobody refers to
      Reference.reachabilityFence(lock);
    }
  }

  private static int serve(AgentSettings settings) throws InterruptedException {
    LOG.atInfo().addKeyValue("settings", settings).log("the agent starts");
    keepConnections();
    Imds imds = new Imds(settings.metadata());
    InstanceIdentity instance = instance(imds);
    LOG.atInfo()
        .addKeyValue("cluster", instance.cluster())
        .addKeyValue("instance", instance)
        .log("instance metadata were read");
    Agent.AgentPorts ports =
        new Agent.AgentPorts(registry(instance), AutoScalingHooks.of(instance));
    return await(new Agent(settings, imds, ports), instance);
  }

  /**
   * The JDK closes idle connections after 5 s: every heartbeat would begin with a TLS handshake.
   */
  private static void keepConnections() {
    if (System.getProperty(KEEP_ALIVE) == null) {
      System.setProperty(KEEP_ALIVE, "30");
    }
  }

  private static int await(Agent agent, InstanceIdentity instance) throws InterruptedException {
    try {
      Vertx vertx = vertx();
      NodeDriver driver = agent.start(vertx, instance);
      Runtime.getRuntime().addShutdownHook(stopThread(vertx, driver, instance.cluster()));
      Action.Exit exit = driver.exit().get();
      LOG.atInfo()
          .addKeyValue("cluster", instance.cluster())
          .addKeyValue("code", exit.code())
          .addKeyValue("why", exit.why())
          .log("the agent ends");
      return exit.code();
    } catch (ExecutionException e) {
      LOG.atError()
          .addKeyValue("cluster", instance.cluster())
          .setCause(e.getCause())
          .log("the agent cannot go on and ends; nats-server goes on");
      return FAILED;
    }
  }

  private static Thread stopThread(Vertx vertx, NodeDriver driver, ClusterId cluster) {
    return new Thread(() -> stop(vertx, driver, cluster), "agent-stop");
  }

  /** SIGTERM and SIGINT: the event loop takes no more signals, and HTTP is closed. */
  private static void stop(Vertx vertx, NodeDriver driver, ClusterId cluster) {
    if (!driver.exit().isDone()) {
      LOG.atInfo()
          .addKeyValue("cluster", cluster)
          .log("the agent was asked to end; nats-server goes on and is adopted later");
    }
    try {
      vertx.close().await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.atWarn()
          .addKeyValue("cluster", cluster)
          .addKeyValue("limit", STOP_LIMIT)
          .log("the event loop did not end in time");
    }
  }

  /** Without its identity a node can do nothing, and the service may start later than the agent. */
  private static InstanceIdentity instance(Imds imds) throws InterruptedException {
    FailureLog failures = new FailureLog(LOG, "service", METADATA);
    while (true) {
      try {
        InstanceIdentity identity = InstanceIdentity.read(imds);
        failures.succeeded(METADATA_SERVICE);
        return identity;
      } catch (PortException e) {
        failures.failed(METADATA_SERVICE, String.valueOf(e.getMessage()));
        Thread.sleep(METADATA_RETRY);
      }
    }
  }

  private static NodeRegistry registry(InstanceIdentity instance) {
    return DynamoRegistry.open(
            DynamoClients.builder(DynamoClients.HEARTBEAT)
                .region(Region.of(instance.region()))
                .build(),
            instance.cluster())
        .node();
  }

  private static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }
}
