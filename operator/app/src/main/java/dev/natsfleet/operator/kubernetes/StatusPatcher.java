package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.port.ClusterStatus;
import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.PortException;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * {@link ClusterStatus} of one object in one pass, by server-side apply from an object that holds
 * nothing else.
 */
final class StatusPatcher implements ClusterStatus {

  /** Until the object that was just written comes back from the API server. */
  private static final Duration ECHO = Duration.ofMillis(250);

  private static final FailureLog FAILURES =
      new FailureLog(
          LoggerFactory.getLogger(StatusPatcher.class),
          "cluster",
          new FailureLog.Messages(
              "the status cannot be written, and the fleet is looked after all the same; check the"
                  + " API server and the operator's role",
              "the status is written again"));

  private final KubernetesClient client;
  private final NatsCluster read;
  private @Nullable NatsClusterStatus newest;
  private boolean patched;

  /**
   * A patcher for one pass.
   *
   * @param read the object as it was read
   */
  StatusPatcher(KubernetesClient client, NatsCluster read) {
    this.client = client;
    this.read = read;
    this.newest = read.getStatus();
  }

  private ClusterId id() {
    return new ClusterId(read.getMetadata().getNamespace(), read.getMetadata().getName());
  }

  @Override
  public void patch(NatsClusterStatus status) {
    if (!Objects.equals(newest, status)) {
      NatsCluster fresh = new NatsCluster();
      fresh.setMetadata(
          new ObjectMetaBuilder()
              .withName(read.getMetadata().getName())
              .withNamespace(read.getMetadata().getNamespace())
              .build());
      fresh.setStatus(status);
      ServerSideApply.call(
          "patch the status of " + id(),
          () -> client.resource(fresh).subresource("status").patch(ServerSideApply.SERVER_SIDE));
      newest = status;
      patched = true;
    }
  }

  /**
   * Patches the status that a pass ends with. A cluster that is gone gets none: nobody would read
   * it, and the framework removes the finalizer only from the version of the object that it gave
   * us. If a plan was shown in that very pass, the object is another version already, and the next
   * pass is the last.
   */
  Outcome patchLast(Outcome outcome) {
    if (outcome instanceof Outcome.Gone) {
      return patched
          ? new Outcome.Waiting(
              outcome.status(), new Note(Reason.DELETING, "nothing is left"), ECHO)
          : outcome;
    }
    try {
      patch(outcome.status());
      FAILURES.succeeded(id());
    } catch (PortException e) {
      FAILURES.failed(id(), String.valueOf(e.getMessage()));
    }
    return outcome;
  }
}
