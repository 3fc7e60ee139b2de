package dev.natsfleet.simulation.operator;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.ClusterStatus;
import dev.natsfleet.operator.port.Events;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.reconcile.Clocks;
import dev.natsfleet.operator.reconcile.ClusterReconciliation;
import dev.natsfleet.operator.reconcile.IdlePoll;
import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.operator.reconcile.RolloutPermit;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.simulation.call.CallFaults;
import dev.natsfleet.simulation.call.CallLatency;
import dev.natsfleet.simulation.call.CallSource;
import dev.natsfleet.simulation.clock.EventLog;
import dev.natsfleet.simulation.clock.VirtualClock;
import dev.natsfleet.simulation.clock.WallClock;
import dev.natsfleet.simulation.kubernetes.SimulatedKubernetes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One process of the operator, from its start to its end: what {@code NatsClusterReconciler} does.
 */
public final class SimulatedOperator {

  private static final Duration WATCH_DELAY = Duration.ofMillis(50);
  private static final Duration ECHO = Duration.ofMillis(250);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);

  /**
   * What an operator works with.
   *
   * @param seed of its latencies
   * @param wall its wall clock
   * @param ports without events, bound to the cluster
   * @param version what this version of the operator reads of an object
   */
  public record Environment(
      VirtualClock clock,
      EventLog log,
      long seed,
      WallClock wall,
      CallFaults faults,
      SimulatedKubernetes kubernetes,
      Ports ports,
      UnaryOperator<DesiredCluster> version,
      OperatorObserver observer) {}

  private final String name;
  private final Environment environment;
  private final PortCalls calls;
  private final Ports ports;
  private final Clocks clocks;
  private ClusterReconciliation reconciliation;
  private IdlePoll idlePoll;
  private Duration retry = FIRST_RETRY;
  private long schedules;
  private boolean reconciling;
  private boolean frozen;
  private boolean ended;

  /** A process that is started with {@link #start}. */
  public SimulatedOperator(String name, Environment environment) {
    this.name = name;
    this.environment = environment;
    this.calls =
        new PortCalls(
            environment.clock(),
            environment.faults(),
            new CallSource(name, ""),
            new CallLatency(environment.seed(), name),
            environment.observer());
    this.ports = calls.around(withEvents(environment.ports()));
    this.clocks = new Clocks(environment.clock()::nanos, environment.wall());
    this.reconciliation =
        new ClusterReconciliation(ports, clocks, new RolloutPermit(clocks.nanos()));
    this.idlePoll = new IdlePoll(ports.groups(), clocks.nanos());
  }

  private Ports withEvents(Ports ports) {
    Events logged =
        notice -> environment.log().add(name, notice.reason() + ": " + notice.message());
    return new Ports(
        ports.groups(),
        ports.launchTemplates(),
        ports.instances(),
        ports.regionResources(),
        ports.tables(),
        ports.nodeRows(),
        ports.control(),
        ports.endpoints(),
        logged);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Begins to reconcile. */
  public void start() {
    environment.log().add(name, "starts");
    environment.kubernetes().watch(() -> schedule(WATCH_DELAY));
    schedule(Duration.ZERO);
  }

  /** Kills the process, in the middle of whatever it does. */
  public void kill() {
    if (!ended) {
      environment.log().add(name, "is killed");
      ended = true;
      calls.kill();
    }
  }

  /** SIGSTOP and SIGCONT: it goes on where it was, also between two calls of a pass. */
  public void freeze(boolean stopped) {
    if (!ended) {
      environment.log().add(name, stopped ? "is stopped" : "goes on");
      frozen = stopped;
      calls.freeze(stopped);
      schedule(Duration.ZERO);
    }
  }

  private void schedule(Duration after) {
    long schedule = ++schedules;
    environment
        .clock()
        .after(
            after,
            () -> {
              if (schedule == schedules && !ended && !frozen) {
                reconcile();
              }
            });
  }

  private void reconcile() {
    if (reconciling) {
      schedule(ECHO);
      return;
    }
    Optional<DesiredCluster> object = environment.kubernetes().object().map(environment.version());
    if (object.isPresent()) {
      reconcile(object.get());
    }
  }

  private void reconcile(DesiredCluster desired) {
    reconciling = true;
    long scheduled = schedules;
    try {
      Duration next = desired.deleting() ? cleanUp(desired) : pollOrPass(desired).next();
      retry = FIRST_RETRY;
      scheduleUnlessWoken(scheduled, next);
    } catch (OperatorKilled killed) {
      ended = true;
    } catch (RuntimeException e) {
      environment.log().add(name, "pass failed: " + e.getMessage());
      scheduleUnlessWoken(scheduled, retry);
      Duration longer = retry.multipliedBy(3).dividedBy(2);
      retry = longer.compareTo(LONGEST_RETRY) < 0 ? longer : LONGEST_RETRY;
    } finally {
      reconciling = false;
    }
  }

  /** A change of the object that came in the middle of a pass has scheduled the next one. */
  private void scheduleUnlessWoken(long scheduled, Duration next) {
    if (scheduled == schedules) {
      schedule(next);
    }
  }

  private Outcome pollOrPass(DesiredCluster desired) {
    Optional<Outcome> idle = idlePoll.poll(desired);
    return idle.isPresent() ? idle.get() : idlePoll.remember(desired, pass(desired, new Patch()));
  }

  private Duration cleanUp(DesiredCluster desired) {
    Patch patch = new Patch();
    Outcome outcome = pass(desired, patch);
    if (outcome instanceof Outcome.Gone && patch.patched) {
      return ECHO;
    } else if (outcome instanceof Outcome.Gone) {
      environment.log().add(name, "the object is gone");
      reconciliation = new ClusterReconciliation(ports, clocks, new RolloutPermit(clocks.nanos()));
      idlePoll = new IdlePoll(ports.groups(), clocks.nanos());
      environment.kubernetes().removeFinalizer();
    }
    return outcome.next();
  }

  private Outcome pass(DesiredCluster desired, Patch patch) {
    environment.observer().passBegins(name);
    Outcome outcome = reconciliation.run(desired, environment.kubernetes().status(), patch);
    if (!(outcome instanceof Outcome.Gone)) {
      report(outcome, patch);
    }
    environment.observer().passEnded(name, outcome);
    return outcome;
  }

  /** A status that cannot be written is written by a later pass. */
  private void report(Outcome outcome, Patch patch) {
    try {
      patch.patch(outcome.status());
    } catch (PortException e) {
      environment.log().add(name, "status not written: " + e.getMessage());
    }
  }

  /** Writes the status in one pass, when it differs: what {@code StatusPatcher} does. */
  private final class Patch implements ClusterStatus {

    private final ClusterStatus target = calls.around((ClusterStatus) environment.kubernetes());
    private boolean patched;

    @Override
    public void patch(NatsClusterStatus status) {
      if (!Objects.equals(environment.kubernetes().status(), status)) {
        target.patch(status);
        patched = true;
      }
    }
  }
}
