package dev.natsfleet.simulation.world;

import dev.natsfleet.simulation.clock.VirtualClock;
import dev.natsfleet.simulation.operator.SimulatedOperator;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The operators that run: one, and sometimes another beside it. */
public final class OperatorDeployment {

  private static final Duration RESTART = Duration.ofSeconds(6);

  /** How long one that was replaced, and goes on, lives beside the other. */
  private static final Duration OVERLAP = Duration.ofSeconds(20);

  /** Makes operators. */
  interface Factory {

    /**
     * An operator of this name.
     *
     * @param older whether it is of an older version
     */
    SimulatedOperator make(String name, boolean older);
  }

  private final VirtualClock clock;
  private final Factory factory;
  private final Map<Integer, SimulatedOperator> running = new TreeMap<>();
  private int started;

  /** No operator yet. */
  OperatorDeployment(VirtualClock clock, Factory factory) {
    this.clock = clock;
    this.factory = factory;
  }

  /** Starts the operator with this number, if it does not run. */
  public void start(int number) {
    start(number, false);
  }

  /** Starts an operator of an older version with this number, if none runs. */
  public void startOlder(int number) {
    start(number, true);
  }

  private void start(int number, boolean older) {
    if (!running.containsKey(number)) {
      SimulatedOperator operator = factory.make("operator " + number + "." + ++started, older);
      running.put(number, operator);
      operator.start();
    }
  }

  /** Kills an operator for good. */
  public void stop(int number) {
    SimulatedOperator operator = running.remove(number);
    if (operator != null) {
      operator.kill();
    }
  }

  /** Kills an operator, which Kubernetes starts again. */
  public void restart(int number) {
    stop(number);
    clock.after(RESTART, () -> start(number));
  }

  /**
   * Stops the process of an operator, as on a node that Kubernetes does not hear of, and starts
   * another in its place. The action lets the first go on, with what it knew; Kubernetes kills it a
   * while later.
   */
  public Runnable replaceStopped(int number) {
    Optional<SimulatedOperator> first = Optional.ofNullable(running.remove(number));
    first.ifPresent(operator -> operator.freeze(true));
    start(number);
    return () ->
        first.ifPresent(
            operator -> {
              operator.freeze(false);
              clock.after(OVERLAP, operator::kill);
            });
  }

  /** Those that run. */
  public Collection<SimulatedOperator> running() {
    return running.values();
  }
}
