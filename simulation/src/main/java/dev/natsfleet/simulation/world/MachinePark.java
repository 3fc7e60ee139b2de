package dev.natsfleet.simulation.world;

import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.simulation.call.CallLatency;
import dev.natsfleet.simulation.clock.EventLog;
import dev.natsfleet.simulation.clock.VirtualClock;
import dev.natsfleet.simulation.node.NodeServices;
import dev.natsfleet.simulation.node.SimulatedMachine;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The machines behind the instances: carries out what the cloud asks of them. */
public final class MachinePark {

  /** Until a machine's first process runs; the group sees it running before that. */
  private static final Duration BOOT = Duration.ofSeconds(14);

  /** A machine that is quicker than the group's view of it. */
  private static final Duration QUICK_BOOT = Duration.ofSeconds(3);

  /** How long EC2 waits for a host to go down before it cuts the power. */
  private static final Duration SHUTDOWN = Duration.ofSeconds(60);

  private final VirtualClock clock;
  private final EventLog log;
  private final CallLatency latency;
  private final Supplier<NodeServices> services;
  private final Consumer<String> ended;
  private final Map<String, SimulatedMachine> machines = new LinkedHashMap<>();
  private boolean quick;
  private boolean withoutAgents;

  /**
   * No machines yet.
   *
   * @param services of the agents
   * @param ended is told of the id of each instance whose machine has ended
   */
  MachinePark(
      VirtualClock clock,
      EventLog log,
      long seed,
      Supplier<NodeServices> services,
      Consumer<String> ended) {
    this.clock = clock;
    this.log = log;
    this.latency = new CallLatency(seed, "boot");
    this.services = services;
    this.ended = ended;
  }

  /** All machines that ever were, in the order of their launch. */
  public Collection<SimulatedMachine> all() {
    return Collections.unmodifiableCollection(machines.values());
  }

  /** Those that have power, in the order of their launch. */
  public List<SimulatedMachine> on() {
    return machines.values().stream().filter(SimulatedMachine::isOn).toList();
  }

  /** The machine of an instance. */
  public Optional<SimulatedMachine> find(String instance) {
    return Optional.ofNullable(machines.get(instance));
  }

  /** Whether agents start before the group sees their machines running. */
  public void setQuick(boolean early) {
    quick = early;
  }

  /** Whether machines boot without an agent. */
  public void setWithoutAgents(boolean broken) {
    withoutAgents = broken;
  }

  void carryOut(Effect effect) {
    switch (effect) {
      case Effect.LaunchInstance launch -> launch(launch.spec());
      case Effect.StopInstance stop -> find(stop.instanceId()).ifPresent(this::stop);
      case Effect.KillInstance kill -> find(kill.instanceId()).ifPresent(this::end);
    }
  }

  private void launch(InstanceSpec spec) {
    NodeServices used = services.get();
    SimulatedMachine machine =
        new SimulatedMachine(spec, used, () -> used.mesh().linksOf(spec.id()));
    machines.put(spec.id(), machine);
    log.add(spec.id(), "is launched in " + spec.zone() + " as node " + machines.size());
    Duration boot = (quick ? QUICK_BOOT : BOOT).plus(latency.between(0, 4000));
    if (!withoutAgents) {
      clock.after(boot, () -> machine.startAgent(used));
    }
  }

  private void stop(SimulatedMachine machine) {
    machine.shutDown();
    boolean isIdle = machine.agent() == null && !machine.server().isRunning();
    clock.after(isIdle ? Duration.ofSeconds(2) : SHUTDOWN, () -> end(machine));
  }

  private void end(SimulatedMachine machine) {
    if (machine.isOn()) {
      log.add(machine.id(), "has no power");
      machine.cutPower();
      clock.after(Duration.ofSeconds(1), () -> ended.accept(machine.id()));
    }
  }
}
