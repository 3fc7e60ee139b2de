package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.Instances.ObservedInstance;
import dev.natsfleet.operator.port.Instances.State;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.registry.AwsNatsStatus;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.OrderReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One instance with its agent; tests may change what a real failure would change. */
public final class FakeMachine {

  final String id;
  final String zone;
  final String subnet;
  final String ip;
  final long template;

  /** Where it is in the group; {@link LifecycleState#TERMINATED} once it is no member any more. */
  public LifecycleState lifecycle = LifecycleState.PENDING;

  /** The state its agent reports. */
  public NodeState says = NodeState.BOOTING;

  /** Why its agent cannot complete its launch hook, or an empty string. */
  public String why = "";

  /** Whether its agent has stopped sending heartbeats. */
  public boolean mute;

  /** Whether its server takes no routes. */
  public boolean unlinked;

  /** Peers that its server has no route to, though both have routes to others. */
  public final Set<String> cutFrom = new HashSet<>();

  /** Whether its agent names the linked servers; an older one tells their number only. */
  public boolean namesLinks = true;

  /** Whether its agent has read the registry before the others registered. */
  public boolean knowsNobody;

  /** Whether its machine has ended while its group goes on waiting for it. */
  public boolean gone;

  /** Whether its agent completes hooks before the wait has begun, which has no effect. */
  public boolean hasty;

  /** Its tags. */
  public final Map<String, String> tags = new HashMap<>();

  /** Its client connections. */
  public int clients;

  /** Settings it runs with. */
  public String revision = "";

  @Nullable OrderReport answer;
  long counter;

  FakeMachine(int number, String zone, String subnet, long template) {
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
  public boolean isMember() {
    return lifecycle != LifecycleState.TERMINATED;
  }

  /** Whether it serves as a member that stays. */
  public boolean isServing() {
    return lifecycle == LifecycleState.IN_SERVICE && says == NodeState.SERVING && !mute;
  }

  boolean isLinked() {
    return isMember() && counter > 0 && !unlinked && says != NodeState.STOPPED;
  }

  boolean isWaitingIn(String hook) {
    return hook.equals("natsfleet-launch")
        ? lifecycle == LifecycleState.PENDING_WAIT
        : lifecycle == LifecycleState.TERMINATING_WAIT;
  }

  GroupMember asMember() {
    return new GroupMember(id, zone, lifecycle, FakeLaunchTemplates.ID, template);
  }

  ObservedInstance asInstance() {
    State state =
        switch (lifecycle) {
          case PENDING -> State.PENDING;
          case TERMINATED -> State.TERMINATED;
          default -> State.RUNNING;
        };
    State seen = gone ? State.TERMINATED : state;
    boolean ended = seen == State.TERMINATED;
    return new ObservedInstance(id, seen, zone, ended ? null : subnet, ended ? null : ip, tags);
  }

  NodeIdentity identity() {
    return new NodeIdentity(ip, id, "boot-" + id, zone, "core", id);
  }

  Heartbeat beat(int peers, Set<String> linked) {
    counter++;
    int known = knowsNobody ? 0 : peers;
    int links = knowsNobody ? 0 : linked.size();
    return new Heartbeat(
        identity(),
        counter,
        counter,
        AwsNatsStatus.WORKING,
        "",
        new Heartbeat.Software("2.15.2", "0.1.0"),
        revision,
        new NodeReport(
            says,
            why,
            links,
            known,
            clients,
            0,
            "",
            answer,
            namesLinks ? NodeReport.linked(links, linked) : ""));
  }
}
