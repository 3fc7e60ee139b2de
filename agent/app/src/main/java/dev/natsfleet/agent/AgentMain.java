package dev.natsfleet.agent;

import dev.natsfleet.agent.aws.AutoScalingHooks;
import dev.natsfleet.agent.aws.Imds;
import dev.natsfleet.agent.aws.Instance;
import dev.natsfleet.agent.memory.StateDirectory;
import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.server.ServerFiles;
import dev.natsfleet.agent.settings.AgentSettings;
import dev.natsfleet.agent.settings.SettingsException;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.dynamodb.DynamoClients;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.lang.ref.Reference;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
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
  private static final Duration METADATA_RETRY = Duration.ofMillis(500);

  /** Seconds, read once by the JDK's client, at its first call. */
  private static final String KEEP_ALIVE = "http.keepAlive.time.server";

  private static final int ANOTHER_RUNS = 1;
  private static final int BAD_SETTINGS = 2;
  private static final int FAILED = 4;

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
      LOG.atError().addKeyValue("problems", e.getMessage()).log("settings refused");
      return BAD_SETTINGS;
    }
  }

  private static int drain(StateDirectory state) {
    state.askToLeave();
    state.awaitUnlocked();
    return 0;
  }

  private static int serve(AgentSettings settings, StateDirectory state)
      throws InterruptedException {
    Optional<FileLock> lock = state.lock();
    if (lock.isEmpty()) {
      LOG.atError().addKeyValue("directory", state.directory()).log("another agent runs here");
      return ANOTHER_RUNS;
    }
    try {
      state.stay();
      return serve(settings);
    } finally {
      // a lock that nobody holds on to is given back by the garbage collector
      Reference.reachabilityFence(lock);
    }
  }

  private static int serve(AgentSettings settings) throws InterruptedException {
    LOG.atInfo().addKeyValue("settings", settings).log("starting");
    keepConnections();
    Imds imds = new Imds(settings.metadata());
    Instance instance = instance(imds);
    LOG.atInfo().addKeyValue("instance", instance).log("identity");
    Agent.Ports ports = new Agent.Ports(registry(instance), AutoScalingHooks.of(instance));
    return await(new Agent(settings, imds, ports), instance);
  }

  /** The JDK keeps an idle connection for 5 s: every heartbeat would begin with a TLS handshake. */
  private static void keepConnections() {
    if (System.getProperty(KEEP_ALIVE) == null) {
      System.setProperty(KEEP_ALIVE, "30");
    }
  }

  private static int await(Agent agent, Instance instance) throws InterruptedException {
    try {
      Action.Exit exit = agent.start(vertx(), instance).end().get();
      LOG.atInfo().addKeyValue("code", exit.code()).addKeyValue("why", exit.why()).log("ending");
      return exit.code();
    } catch (ExecutionException e) {
      LOG.atError().setCause(e.getCause()).log("cannot run");
      return FAILED;
    }
  }

  /** Without its identity a node can do nothing, and the service may start later than the agent. */
  private static Instance instance(Imds imds) throws InterruptedException {
    String told = "";
    while (true) {
      try {
        return Instance.read(imds);
      } catch (PortException e) {
        String why = String.valueOf(e.getMessage());
        if (!why.equals(told)) {
          LOG.atWarn().addKeyValue("why", why).log("waiting for instance metadata");
        }
        told = why;
        Thread.sleep(METADATA_RETRY);
      }
    }
  }

  private static NodeRegistry registry(Instance instance) {
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
