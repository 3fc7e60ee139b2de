package dev.natsfleet.simulation.node;

import dev.natsfleet.agent.node.PersistedState;
import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.simulation.call.CallSource;
import dev.natsfleet.simulation.clock.WallClock;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One machine: what survives its agent. */
public final class SimulatedMachine {

  private final InstanceSpec spec;
  private final SimulatedServer server;
  private final WallClock wall;
  private PersistedState disk = PersistedState.NONE;
  private @Nullable SimulatedAgent agent;
  private int agents;
  private boolean on = true;
  private boolean goingDown;
  private boolean isolated;

  /**
   * A machine that has just been started.
   *
   * @param links names of the servers that its nats-server is linked to
   */
  public SimulatedMachine(InstanceSpec spec, NodeServices services, Supplier<Set<String>> links) {
    this.spec = spec;
    this.server = new SimulatedServer(services.clock(), links);
    this.wall = new WallClock(services.clock());
  }

  /** The instance id, which is also the server's name. */
  public String id() {
    return spec.id();
  }

  /** Its private address. */
  public String ip() {
    return spec.address();
  }

  /** Its Availability Zone. */
  public String zone() {
    return spec.zone();
  }

  /** Its name as a caller. */
  public CallSource source() {
    return new CallSource(id(), zone());
  }

  /** The image that it was launched from. */
  public String imageId() {
    return spec.imageId();
  }

  InstanceSpec spec() {
    return spec;
  }

  /** Its nats-server. */
  public SimulatedServer server() {
    return server;
  }

  /** Its wall clock. */
  public WallClock wall() {
    return wall;
  }

  PersistedState disk() {
    return disk;
  }

  void write(PersistedState state) {
    disk = state;
  }

  /** The agent that runs, or null. */
  public @Nullable SimulatedAgent agent() {
    return agent;
  }

  /** Starts an agent; there is one at a time. */
  public void startAgent(NodeServices services) {
    if (on && agent == null) {
      agent = new SimulatedAgent(this, services, ++agents);
      agent.start();
    }
  }

  void forgetAgent() {
    agent = null;
  }

  /** Kills the agent; nats-server goes on. */
  public void killAgent() {
    if (agent != null) {
      agent.kill();
      agent = null;
    }
  }

  /** Whether it has power. */
  public boolean isOn() {
    return on;
  }

  /** The host begins to go down. */
  public void shutDown() {
    goingDown = true;
  }

  /** Whether the host is going down. */
  public boolean isGoingDown() {
    return goingDown;
  }

  /** Cuts its power. */
  public void cutPower() {
    on = false;
    killAgent();
    server.kill("no power");
  }

  /** Whether no route reaches it. */
  public boolean isIsolated() {
    return isolated;
  }

  /** Cuts it from its peers, or ends that. */
  public void isolate(boolean cut) {
    isolated = cut;
  }
}
