package dev.natsfleet.agent;

import dev.natsfleet.agent.aws.Hooks;
import dev.natsfleet.agent.aws.Imds;
import dev.natsfleet.agent.aws.Instance;
import dev.natsfleet.agent.config.Bindings;
import dev.natsfleet.agent.config.ServerConfig;
import dev.natsfleet.agent.memory.StateDirectory;
import dev.natsfleet.agent.node.Memory;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.node.NodeMachine;
import dev.natsfleet.agent.node.Self;
import dev.natsfleet.agent.run.Hands;
import dev.natsfleet.agent.run.InstanceCalls;
import dev.natsfleet.agent.run.NodeDriver;
import dev.natsfleet.agent.run.RegistryCalls;
import dev.natsfleet.agent.run.ServerCalls;
import dev.natsfleet.agent.server.NatsMonitor;
import dev.natsfleet.agent.server.NatsServer;
import dev.natsfleet.agent.server.ServerBinary;
import dev.natsfleet.agent.server.ServerFiles;
import dev.natsfleet.agent.settings.AgentSettings;
import dev.natsfleet.agent.web.Pages;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * One agent, wired.
 *
 * @param settings of the environment
 * @param imds metadata of the instance
 * @param ports what it talks to
 */
record Agent(AgentSettings settings, Imds imds, Ports ports) {

  private static final String VERSION =
      Optional.ofNullable(Agent.class.getPackage().getImplementationVersion()).orElse("dev");

  /**
   * The services of the cluster.
   *
   * @param registry of the cluster
   * @param hooks of the Auto Scaling group
   */
  record Ports(NodeRegistry registry, Hooks hooks) {}

  /** Starts it. */
  NodeDriver start(Vertx vertx, Instance instance) {
    NatsServer server = server();
    StateDirectory state = new StateDirectory(settings.stateDirectory());
    Memory memory = state.recall();
    Optional<String> running = server.adopt();
    Node node = running.map(text -> Node.adopting(memory, text)).orElse(Node.booting(memory));
    NodeIdentity who = instance.node(UUID.randomUUID().toString());
    NodeDriver driver = new NodeDriver(vertx, machine(who), hands(server, state), node);
    driver.start();
    running.ifPresent(text -> hands(server, state).watch(driver::signal));
    Pages pages = new Pages(who, driver::node, driver::report, server.monitor()::complaint);
    pages
        .serve(vertx, settings.httpPort(), settings.httpAddress())
        .onFailure(driver.end()::completeExceptionally);
    return driver;
  }

  private NatsServer server() {
    URI monitor =
        URI.create("http://" + settings.monitorAddress() + ":" + settings.ports().monitor());
    return new NatsServer(
        ServerFiles.in(settings.stateDirectory()),
        new ServerBinary(settings.server()),
        new NatsMonitor(monitor));
  }

  private NodeMachine machine(NodeIdentity who) {
    Bindings bindings =
        new Bindings(
            settings.ports(), settings.monitorAddress(), settings.stateDirectory().toString());
    ServerConfig config = new ServerConfig(bindings, json -> new JsonObject(json).getMap());
    return new NodeMachine(new Self(who, VERSION, config));
  }

  private Hands hands(NatsServer server, StateDirectory state) {
    return new Hands(
        new RegistryCalls(ports.registry(), InstantSource.system(), settings.clockOffset()),
        new ServerCalls(server),
        new InstanceCalls(imds, ports.hooks(), state));
  }
}
