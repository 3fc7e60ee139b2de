package dev.natsfleet.simulation.world;

import dev.natsfleet.simulation.clock.VirtualClock;
import dev.natsfleet.simulation.operator.SimulatedOperator;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The operators that run: one, and sometimes another beside it. */
public final class OperatorDeployment {

  private static final Duration RESTART = Duration.ofSeconds(6);

  private final VirtualClock clock;
  private final Function<String, SimulatedOperator> factory;
  private final Map<Integer, SimulatedOperator> running = new TreeMap<>();
  private int started;

  /**
   * No operator yet.
   *
   * @param factory makes an operator of this name
   */
  OperatorDeployment(VirtualClock clock, Function<String, SimulatedOperator> factory) {
    this.clock = clock;
    this.factory = factory;
  }

  /** Starts the operator with this number, if it does not run. */
  public void start(int number) {
    if (!running.containsKey(number)) {
      SimulatedOperator operator = factory.apply("operator " + number + "." + ++started);
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

  /** Those that run. */
  public Collection<SimulatedOperator> running() {
    return running.values();
  }
}
