package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.operator.loop.Clocks;
import dev.natsfleet.operator.loop.Outcome;
import dev.natsfleet.operator.monitor.OperatorMetrics;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Locale;

/**
 * Calls the loop for a NatsCluster and keeps its status. AWS is read inside the loop, so the next
 * pass is always scheduled from here: short while something moves, long when all is settled.
 */
public final class NatsClusterReconciler implements Reconciler<NatsCluster>, Cleaner<NatsCluster> {

  /** What the operator adds to {@code metadata.finalizers}. */
  public static final String FINALIZER = "natsfleet.dev/fleet";

  /** Until the object that was just written comes back from the API server. */
  private static final Duration ECHO = Duration.ofMillis(250);

  private final KubernetesClient client;
  private final Loops loops;
  private final OperatorMetrics metrics;

  /**
   * A reconciler of all clusters.
   *
   * @param fleets opens what lies outside of Kubernetes
   */
  public NatsClusterReconciler(
      KubernetesClient client, Fleets fleets, Clocks clocks, OperatorMetrics metrics) {
    this.loops = new Loops(client, fleets, clocks);
    this.client = client;
    this.metrics = metrics;
  }

  @Override
  public UpdateControl<NatsCluster> reconcile(NatsCluster cluster, Context<NatsCluster> context) {
    ClusterRef ref = ClusterRef.of(cluster);
    Outcome outcome =
        loops.watch(ref, cluster.getSpec().region()).pass(wish(cluster, ref), () -> pass(cluster));
    return UpdateControl.<NatsCluster>noUpdate().rescheduleAfter(outcome.next());
  }

  @Override
  public DeleteControl cleanup(NatsCluster cluster, Context<NatsCluster> context) {
    Outcome outcome = pass(cluster);
    if (outcome instanceof Outcome.Gone) {
      ClusterRef ref = ClusterRef.of(cluster);
      loops.forget(ref);
      metrics.forget(ref.id(), outcome.status());
      return DeleteControl.defaultDelete();
    }
    return DeleteControl.noFinalizerRemoval().rescheduleAfter(outcome.next());
  }

  private Outcome pass(NatsCluster cluster) {
    long start = System.nanoTime();
    ClusterRef ref = ClusterRef.of(cluster);
    Outcome outcome = run(cluster, ref);
    metrics.cluster(ref.id(), outcome.status());
    if (outcome instanceof Outcome.Failed) {
      metrics.mishap(ref.id());
    }
    metrics.pass(
        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        Duration.ofNanos(System.nanoTime() - start));
    return outcome;
  }

  /**
   * A last status would be read by nobody, and stand in the way: the framework removes the
   * finalizer from the version of the object that it gave us, and from no later one. So does a plan
   * that was shown in the pass that found nothing left: then the next pass is the last.
   */
  private Outcome run(NatsCluster cluster, ClusterRef ref) {
    StatusWriter status = new StatusWriter(client, cluster);
    Outcome outcome =
        loops
            .of(ref, cluster.getSpec().region())
            .run(wish(cluster, ref), cluster.getStatus(), status::write);
    if (outcome instanceof Outcome.Gone) {
      return status.wrote()
          ? new Outcome.Waiting(
              outcome.status(), new Note(Reason.DELETING, "nothing is left"), ECHO)
          : outcome;
    }
    status.write(outcome.status());
    return outcome;
  }

  private static Wish wish(NatsCluster cluster, ClusterRef ref) {
    return new Wish(
        ref.id(),
        ref.uid(),
        cluster.getMetadata().getGeneration(),
        cluster.isMarkedForDeletion(),
        cluster.getSpec());
  }
}
