package dev.natsfleet.operator.monitor;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.registry.ClusterId;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** The operator's metrics, in Prometheus' names and units. */
public final class OperatorMetrics {

  private final PrometheusRegistry registry = new PrometheusRegistry();

  private final Histogram passes =
      Histogram.builder()
          .name("natsfleet_reconcile_seconds")
          .help("How long one pass over a cluster took, by how it ended.")
          .labelNames("result")
          .classicUpperBounds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
          .register(registry);

  private final Counter calls =
      Counter.builder()
          .name("natsfleet_aws_calls_total")
          .help("Calls to AWS, by operation and how they ended.")
          .labelNames("service", "operation", "result")
          .register(registry);

  private final Counter internalErrors =
      Counter.builder()
          .name("natsfleet_internal_errors_total")
          .help("Passes that ended in an error of the operator's own, by cluster.")
          .labelNames("namespace", "name")
          .register(registry);

  private final Gauge nodes =
      Gauge.builder()
          .name("natsfleet_cluster_nodes")
          .help("Nodes of a cluster: desired, and ready as last observed.")
          .labelNames("namespace", "name", "kind")
          .register(registry);

  private final Gauge conditions =
      Gauge.builder()
          .name("natsfleet_cluster_condition")
          .help("1 while a condition of a cluster is true, 0 while false, -1 while unknown.")
          .labelNames("namespace", "name", "type")
          .register(registry);

  private final Gauge leader =
      Gauge.builder()
          .name("natsfleet_operator_leader")
          .help("1 while this operator acts, 0 while it stands by for another that does.")
          .register(registry);

  /** Whether this operator acts; it stands by until it is told. */
  public void leads(boolean leads) {
    leader.set(leads ? 1 : 0);
  }

  /** One pass over a cluster has ended. */
  public void pass(String result, Duration took) {
    passes.labelValues(result).observe(took.toNanos() / 1e9);
  }

  /** A pass over a cluster has ended in an error of the operator's own. */
  public void internalError(ClusterId id) {
    internalErrors.labelValues(id.namespace(), id.name()).inc();
  }

  /** One call to AWS has ended. */
  public void call(String service, String operation, String result) {
    calls.labelValues(service, operation, result).inc();
  }

  /** What a cluster looks like now. */
  public void cluster(ClusterId id, NatsClusterStatus status) {
    nodes.labelValues(id.namespace(), id.name(), "ready").set(status.ready());
    nodes.labelValues(id.namespace(), id.name(), "desired").set(status.desired());
    for (Condition condition : status.conditions()) {
      conditions.labelValues(id.namespace(), id.name(), condition.type()).set(value(condition));
    }
  }

  /** A cluster is no more. */
  public void forget(ClusterId id, NatsClusterStatus last) {
    internalErrors.remove(id.namespace(), id.name());
    nodes.remove(id.namespace(), id.name(), "ready");
    nodes.remove(id.namespace(), id.name(), "desired");
    last.conditions().forEach(c -> conditions.remove(id.namespace(), id.name(), c.type()));
  }

  PrometheusRegistry registry() {
    return registry;
  }

  private static double value(Condition condition) {
    return switch (condition.status()) {
      case "True" -> 1;
      case "False" -> 0;
      default -> -1;
    };
  }
}
