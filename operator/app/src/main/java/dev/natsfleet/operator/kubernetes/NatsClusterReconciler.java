package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.operator.monitor.OperatorMetrics;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.reconcile.Clocks;
import dev.natsfleet.operator.reconcile.Outcome;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Called by the framework for a NatsCluster that was created, changed, deleted, or is due again.
 * AWS is read inside the pass, so the next pass is always scheduled from here: soon while something
 * moves, later when all is settled.
 */
public final class NatsClusterReconciler implements Reconciler<NatsCluster>, Cleaner<NatsCluster> {

  /** What the operator adds to {@code metadata.finalizers}. */
  public static final String FINALIZER = "natsfleet.dev/fleet";

  private final KubernetesClient client;
  private final ClusterReconciliations clusters;
  private final OperatorMetrics metrics;
  private final LongSupplier nanos;

  /**
   * A reconciler of all clusters.
   *
   * @param fleet id of the fleet, a part of every owner
   * @param ports opens what lies outside of Kubernetes
   */
  public NatsClusterReconciler(
      String fleet,
      KubernetesClient client,
      PortsFactory ports,
      Clocks clocks,
      OperatorMetrics metrics) {
    this.clusters = new ClusterReconciliations(fleet, client, ports, clocks);
    this.client = client;
    this.metrics = metrics;
    this.nanos = clocks.nanos();
  }

  @Override
  public UpdateControl<NatsCluster> reconcile(NatsCluster object, Context<NatsCluster> context) {
    ClusterReconciliations.Entry cluster = clusters.of(object);
    DesiredCluster desired = clusters.desired(object);
    Optional<Outcome> idle = cluster.idlePoll().poll(desired);
    Outcome outcome =
        idle.isPresent()
            ? idle.get()
            : cluster.idlePoll().remember(desired, pass(object, cluster, desired));
    return UpdateControl.<NatsCluster>noUpdate().rescheduleAfter(outcome.next());
  }

  @Override
  public DeleteControl cleanup(NatsCluster object, Context<NatsCluster> context) {
    DesiredCluster desired = clusters.desired(object);
    Outcome outcome = pass(object, clusters.of(object), desired);
    if (outcome instanceof Outcome.Gone) {
      clusters.forget(object);
      metrics.forget(desired.id(), outcome.status());
      return DeleteControl.defaultDelete();
    }
    return DeleteControl.noFinalizerRemoval().rescheduleAfter(outcome.next());
  }

  /** Makes a whole pass over the cluster and counts it. */
  private Outcome pass(
      NatsCluster object, ClusterReconciliations.Entry cluster, DesiredCluster desired) {
    long start = nanos.getAsLong();
    StatusPatcher status = new StatusPatcher(client, object);
    Outcome outcome =
        status.patchLast(cluster.reconciliation().run(desired, object.getStatus(), status));
    metrics.cluster(desired.id(), outcome.status());
    if (outcome instanceof Outcome.Failed) {
      metrics.internalError(desired.id());
    }
    metrics.pass(
        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        Duration.ofNanos(nanos.getAsLong() - start));
    return outcome;
  }
}
