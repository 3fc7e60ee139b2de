package dev.natsfleet.agent;

import dev.natsfleet.agent.aws.Imds;
import dev.natsfleet.agent.aws.InstanceIdentity;
import dev.natsfleet.agent.aws.LifecycleHooks;
import dev.natsfleet.agent.config.ListenAddresses;
import dev.natsfleet.agent.config.ServerConfig;
import dev.natsfleet.agent.driver.ActionExecutor;
import dev.natsfleet.agent.driver.InstanceCalls;
import dev.natsfleet.agent.driver.NodeDriver;
import dev.natsfleet.agent.driver.NodeDriver.HttpListener;
import dev.natsfleet.agent.driver.RegistryCalls;
import dev.natsfleet.agent.driver.ServerCalls;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.node.NodeContext;
import dev.natsfleet.agent.node.NodeMachine;
import dev.natsfleet.agent.node.PersistedState;
import dev.natsfleet.agent.server.ClientPort;
import dev.natsfleet.agent.server.NatsMonitor;
import dev.natsfleet.agent.server.NatsServer;
import dev.natsfleet.agent.server.ServerBinary;
import dev.natsfleet.agent.server.ServerFiles;
import dev.natsfleet.agent.settings.AgentSettings;
import dev.natsfleet.agent.state.StateDirectory;
import dev.natsfleet.agent.time.NodeClock;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * One agent, wired from its settings, the instance and the services of the cluster.
 *
 * @param settings of the environment
 * @param imds metadata of the instance
 * @param ports the services of the cluster
 */
record Agent(AgentSettings settings, Imds imds, AgentPorts ports) {

  private static final String VERSION =
      Optional.ofNullable(Agent.class.getPackage().getImplementationVersion()).orElse("dev");

  /**
   * The services of the cluster.
   *
   * @param registry of the cluster
   * @param lifecycleHooks of the Auto Scaling group
   */
  record AgentPorts(NodeRegistry registry, LifecycleHooks lifecycleHooks) {}

  /**
   * Starts it.
   *
   * @return a verticle whose deployment has begun; {@link NodeDriver#exit} fails if it cannot run
   */
  NodeDriver start(Vertx vertx, InstanceIdentity instance) {
    NodeClock clock = NodeClock.system(settings.clockOffset());
    NatsServer server = server(instance, clock);
    StateDirectory state = new StateDirectory(settings.stateDirectory());
    NodeDriver driver =
        new NodeDriver(
            machine(instance),
            actionExecutor(instance.cluster(), server, state, clock),
            clock,
            new HttpListener(settings.httpAddress(), settings.httpPort()),
            node(server, state.read()));
    vertx.deployVerticle(driver).onFailure(driver.exit()::completeExceptionally);
    return driver;
  }

  private static Node node(NatsServer server, PersistedState persisted) {
    return server
        .adopt()
        .map(config -> Node.adopting(persisted, config))
        .orElseGet(() -> Node.booting(persisted));
  }

  private NatsServer server(InstanceIdentity instance, NodeClock clock) {
    URI monitor =
        URI.create("http://" + settings.monitorAddress() + ":" + settings.ports().monitor());
    return new NatsServer(
        ServerFiles.in(settings.stateDirectory()),
        new ServerBinary(settings.server()),
        new NatsMonitor(monitor),
        new ClientPort(new InetSocketAddress(instance.ip(), settings.ports().client())),
        clock);
  }

  private NodeMachine machine(InstanceIdentity instance) {
    NodeIdentity who = instance.node(UUID.randomUUID().toString());
    ListenAddresses listenAddresses =
        new ListenAddresses(
            settings.ports(), settings.monitorAddress(), settings.stateDirectory().toString());
    ServerConfig config = new ServerConfig(listenAddresses, json -> new JsonObject(json).getMap());
    return new NodeMachine(new NodeContext(instance.cluster(), who, VERSION, config));
  }

  private ActionExecutor actionExecutor(
      ClusterId cluster, NatsServer server, StateDirectory state, NodeClock clock) {
    return new ActionExecutor(
        ActionExecutor.defects(cluster),
        new RegistryCalls(ports.registry(), clock.wall()),
        new ServerCalls(server),
        new InstanceCalls(imds, ports.lifecycleHooks(), state));
  }
}
