package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.servers.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of several operators that share a Lease. Closing it kills it. */
record OperatorReplica(KillableOperator operator) implements AutoCloseable {

  /** What is promised of a leader that is killed. */
  static final Duration TAKE_OVER = Duration.ofSeconds(20);

  /**
   * Starts one and waits until it is ready, which it is when it stands by, too.
   *
   * @param lease the name of the Lease
   * @param change of its environment
   */
  static OperatorReplica start(String lease, String name, Map<String, String> change) {
    Map<String, String> environment = new HashMap<>(OperatorTestbed.environment());
    environment.put("NATSFLEET_LEASE_NAME", lease);
    environment.put("NATSFLEET_LEASE_NAMESPACE", "default");
    environment.put("NATSFLEET_REPLICA", name);
    environment.putAll(change);
    return new OperatorReplica(
        KillableOperator.start(environment, OperatorTestbed.directory(lease + "-" + name)));
  }

  static OperatorReplica start(String lease, String name) {
    return start(lease, name, Map.of());
  }

  /** Waits until it leads. */
  Duration awaitLeader(Duration limit) {
    return Await.until("it leads", operator::isLeader, limit, () -> operator.counts());
  }

  /** Waits for the end of its process, whose exit code it returns. */
  int awaitExit(Duration limit) {
    Await.until("its end", () -> !operator.process().isAlive(), limit, () -> "still running");
    return operator.process().exitValue();
  }

  /** Sends it a signal, such as {@code STOP}. */
  void signal(String signal) {
    try {
      List<String> kill = List.of("kill", "-" + signal, "" + operator.process().pid());
      if (new ProcessBuilder(kill).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException(kill + " failed");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls to AWS and passes over clusters: what one that stands by does not make. */
  long actions() {
    return operator.counts().calls() + operator.counts().passes();
  }

  @Override
  public void close() {
    operator.kill();
  }
}
