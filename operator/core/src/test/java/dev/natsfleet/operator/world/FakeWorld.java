package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.Events.Notice;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.reconcile.Clocks;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.InMemoryRegistry;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The world of one cluster, under a clock that tests turn. */
public final class FakeWorld {

  /** Owner of the cluster. */
  public static final String OWNER = "uid-1";

  /** Zone by subnet. */
  public static final Map<String, String> ZONES =
      Map.of("subnet-a", "zone-a", "subnet-b", "zone-b", "subnet-c", "zone-c");

  /** The group. */
  public final FakeGroups groups = new FakeGroups();

  /** Its members, as EC2 lists them. */
  public final FakeInstances instances = new FakeInstances(groups);

  /** The template. */
  public final FakeLaunchTemplates templates = new FakeLaunchTemplates();

  /** What the specification may name. */
  public final FakeRegionResources region = new FakeRegionResources();

  /** The tables. */
  public final InMemoryRegistry registry = new InMemoryRegistry(OWNER);

  /** The Service. */
  public final FakeEndpoints endpoints = new FakeEndpoints();

  /** The events that were published. */
  public final List<Notice> events = new ArrayList<>();

  /** Settings that every node refuses. */
  public final Set<String> refused = new HashSet<>();

  /** Owner of the object that the operator reconciles. */
  public String owner = OWNER;

  private long seconds;

  /** The ports of an operator. */
  public Ports ports() {
    return new Ports(
        groups,
        templates,
        instances,
        region,
        registry.tables(owner),
        registry,
        registry,
        endpoints,
        events::add);
  }

  /** The clocks of an operator. */
  public Clocks clocks() {
    return new Clocks(() -> seconds * 1_000_000_000L, () -> Instant.ofEpochSecond(seconds));
  }

  /** The machine with this id. */
  public FakeMachine machine(String id) {
    return groups.machines.stream().filter(m -> m.id.equals(id)).findFirst().orElseThrow();
  }

  /** Does what a person on the node does who drains it: its server ends and its row goes. */
  public void drainByHand(FakeMachine machine) {
    registry.leave(machine.identity());
    machine.mute = true;
    machine.unlinked = true;
  }

  /** Machines that serve. */
  public List<FakeMachine> serving() {
    return groups.machines.stream().filter(FakeMachine::isServing).toList();
  }

  /** Lets a second pass. */
  public void tick() {
    seconds++;
    groups.balance();
    groups.members().forEach(this::live);
  }

  private void live(FakeMachine machine) {
    if (machine.gone) {
      return;
    }
    switch (machine.lifecycle) {
      case PENDING -> machine.lifecycle = LifecycleState.PENDING_WAIT;
      case PENDING_WAIT -> start(machine);
      case TERMINATING_WAIT -> leave(machine);
      default -> beat(machine);
    }
  }

  private void start(FakeMachine machine) {
    if (groups.broken.contains(machine.template)) {
      groups.failures.addFirst("launch of " + machine.id);
      leave(machine);
    } else if (machine.says == NodeState.BOOTING) {
      machine.says = NodeState.STARTING;
      machine.revision = registry.cluster().map(ClusterRow::stableRevision).orElseThrow();
      registry.register(machine.beat(peers(), links(machine)));
    } else if (refused.contains(machine.revision)) {
      machine.says = NodeState.DEGRADED;
      beat(machine);
    } else if (!machine.why.isEmpty()) {
      machine.says = NodeState.JOINED;
      beat(machine);
    } else {
      machine.says = NodeState.SERVING;
      machine.lifecycle = machine.hasty ? machine.lifecycle : LifecycleState.IN_SERVICE;
      groups.failures.clear();
      beat(machine);
    }
  }

  private void leave(FakeMachine machine) {
    if (!machine.mute && machine.counter > 0) {
      registry.leave(machine.identity());
    }
    machine.lifecycle = LifecycleState.TERMINATED;
  }

  private void beat(FakeMachine machine) {
    if (!machine.mute) {
      obey(machine);
      registry.beat(machine.beat(peers(), links(machine)));
    }
  }

  private void obey(FakeMachine machine) {
    registry.rows().stream()
        .filter(row -> row.ip().equals(machine.ip))
        .map(row -> ((NodeRow.Managed) row).order())
        .filter(order -> order instanceof Order.ApplySettings)
        .map(order -> (Order.ApplySettings) order)
        .forEach(order -> obey(machine, order));
  }

  private void obey(FakeMachine machine, Order.ApplySettings order) {
    boolean refuses = refused.contains(order.revision());
    machine.revision = refuses ? machine.revision : order.revision();
    OrderReport.OrderOutcome outcome =
        refuses ? OrderReport.OrderOutcome.REFUSED : OrderReport.OrderOutcome.DONE;
    machine.answer = new OrderReport(order.id(), outcome, refuses ? "unknown field" : "");
  }

  private int peers() {
    return Math.toIntExact(
        groups.members().stream().filter(m -> !m.mute && m.counter > 0).count() - 1);
  }

  private Set<String> links(FakeMachine machine) {
    return groups.members().stream()
        .filter(m -> m != machine && m.isLinked() && machine.isLinked())
        .filter(m -> !machine.cutFrom.contains(m.id) && !m.cutFrom.contains(machine.id))
        .map(FakeMachine::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
