package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.Instances.Instance;
import dev.natsfleet.operator.port.Instances.State;
import dev.natsfleet.operator.port.Lifecycle;
import dev.natsfleet.operator.port.Member;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.RowStatus;
import org.jspecify.annotations.Nullable;

/** One instance with its agent; tests may change what a real fault would change. */
public final class Machine {

  final String id;
  final String zone;
  final String subnet;
  final String ip;
  final long template;

  /** Where it is in the group; {@link Lifecycle#TERMINATED} once it is no member any more. */
  public Lifecycle lifecycle = Lifecycle.PENDING;

  /** What its agent says. */
  public NodeState says = NodeState.BOOTING;

  /** Whether its agent has stopped beating. */
  public boolean mute;

  /** Whether its server takes no routes. */
  public boolean unlinked;

  /** Whether its agent has read the registry before the others registered. */
  public boolean knowsNobody;

  /** Its client connections. */
  public int clients;

  /** Settings it runs with. */
  public String revision = "";

  @Nullable OrderReport answer;
  long counter;

  Machine(int number, String zone, String subnet, long template) {
    this.id = "i-%03d".formatted(number);
    this.zone = zone;
    this.subnet = subnet;
    this.ip = "10.0.0." + number;
    this.template = template;
  }

  /** EC2 instance id. */
  public String id() {
    return id;
  }

  /** Availability Zone. */
  public String zone() {
    return zone;
  }

  /** Whether it is a member of its group. */
  public boolean member() {
    return lifecycle != Lifecycle.TERMINATED;
  }

  /** Whether it serves as a member that stays. */
  public boolean serves() {
    return lifecycle == Lifecycle.IN_SERVICE && says == NodeState.SERVING && !mute;
  }

  boolean linked() {
    return member() && counter > 0 && !unlinked && says != NodeState.STOPPED;
  }

  Member asMember() {
    return new Member(id, zone, lifecycle, true, template);
  }

  Instance asInstance() {
    State state =
        switch (lifecycle) {
          case PENDING -> State.PENDING;
          case TERMINATED -> State.TERMINATED;
          default -> State.RUNNING;
        };
    boolean gone = state == State.TERMINATED;
    return new Instance(id, state, zone, gone ? null : subnet, gone ? null : ip);
  }

  NodeIdentity identity() {
    return new NodeIdentity(ip, id, "boot-" + id, zone, "core", id);
  }

  Heartbeat beat(int peers, int links) {
    counter++;
    int known = knowsNobody ? 0 : peers;
    return new Heartbeat(
        identity(),
        counter,
        counter,
        RowStatus.WORKING,
        "",
        new Heartbeat.Software("2.15.2", "0.1.0"),
        revision,
        new NodeReport(says, "", knowsNobody ? 0 : links, known, clients, 0, "", answer));
  }
}
