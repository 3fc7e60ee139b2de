package dev.natsfleet.operator.kubernetes.lease;

import dev.natsfleet.operator.reconcile.Clocks;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lease by which one of several operators acts and the others stand by. The framework's elector
 * takes and renews it. A leader that cannot renew it ends its process before another can take the
 * Lease: by a thread of its own, because the elector looks at its deadline only between two calls,
 * and a call to an API server that does not answer takes longer than that.
 */
public final class LeaderLease {

  /** How long after a renewal another may take the Lease. */
  public static final Duration DURATION = Duration.ofSeconds(12);

  /** How long after a renewal this process may act. */
  public static final Duration MAY_ACT = Duration.ofSeconds(9);

  /** How long after a renewal the next is due. */
  public static final Duration RETRY_PERIOD = Duration.ofSeconds(2);

  private static final Duration RENEW_DEADLINE = Duration.ofSeconds(8);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
  private static final Logger LOG = LoggerFactory.getLogger(LeaderLease.class);

  private final LeaderLeaseRef ref;
  private final RenewalDeadline deadline;
  private final Consumer<Boolean> leads;
  private final Runnable end;
  private volatile boolean leading;
  private volatile boolean stopping;

  /**
   * Nothing is asked of Kubernetes yet.
   *
   * @param leads told when this process begins to lead
   * @param end ends the process at once, without waiting for what it does
   */
  public LeaderLease(LeaderLeaseRef ref, Clocks clocks, Consumer<Boolean> leads, Runnable end) {
    this.ref = ref;
    this.deadline = new RenewalDeadline(clocks, MAY_ACT);
    this.leads = leads;
    this.end = end;
  }

  /** Looks at the renewals of the client that will be built. */
  public KubernetesClientBuilder watch(KubernetesClientBuilder builder) {
    LeaseRenewals renewals = new LeaseRenewals(ref, deadline::renewed);
    return builder.withHttpClientBuilderConsumer(
        http -> http.addOrReplaceInterceptor("natsfleet-lease", renewals));
  }

  /** What the framework is to do. */
  public LeaderElectionConfiguration configuration() {
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(ref.name())
        .withLeaseNamespace(ref.namespace())
        .withIdentity(ref.replica())
        .withLeaseDuration(DURATION)
        .withRenewDeadline(RENEW_DEADLINE)
        .withRetryPeriod(RETRY_PERIOD)
        .withExitOnStopLeading(false) // it would wait for passes, and the other leader would not
        .withLeaderCallbacks(new LeaderCallbacks(this::begin, this::lost, this::tell))
        .build();
  }

  /** From now on the end of the election is what is wanted. */
  public void prepareStop() {
    stopping = true;
  }

  /** Gives the Lease back, so that another need not wait for its end. */
  public void release(KubernetesClient client) {
    if (!leading) {
      return;
    }
    try {
      Resource<Lease> lease = client.leases().inNamespace(ref.namespace()).withName(ref.name());
      Lease held = lease.get();
      if (held != null && ref.replica().equals(held.getSpec().getHolderIdentity())) {
        lease.patch(PatchContext.of(PatchType.JSON_MERGE), released(held));
        LOG.atInfo().addKeyValue("lease", ref).log("lease released");
      }
    } catch (KubernetesClientException e) {
      LOG.atWarn().addKeyValue("lease", ref).setCause(e).log("lease not released; it runs out");
    }
  }

  private static String released(Lease held) {
    return "{\"metadata\":{\"resourceVersion\":\"%s\"},\"spec\":{\"holderIdentity\":null}}"
        .formatted(held.getMetadata().getResourceVersion());
  }

  private void begin() {
    leading = true;
    leads.accept(true);
    LOG.atInfo().addKeyValue("lease", ref).log("this operator leads");
    Thread.ofPlatform().daemon().name("lease-deadline").start(this::awaitDeadline);
  }

  private void awaitDeadline() {
    while (deadline.remaining().isPositive()) {
      Duration remaining = deadline.remaining();
      LockSupport.parkNanos(
          (remaining.compareTo(LONGEST_PAUSE) < 0 ? remaining : LONGEST_PAUSE).toNanos());
    }
    LOG.atError().addKeyValue("lease", ref).log("lease not renewed in time; the process ends");
    end.run();
  }

  private void lost() {
    if (!stopping) {
      LOG.atError().addKeyValue("lease", ref).log("lease lost; the process ends");
      end.run();
    }
  }

  private void tell(@Nullable String holder) {
    if (holder == null) {
      LOG.atInfo().addKeyValue("lease", ref).log("lease is free");
      return;
    }
    LOG.atInfo().addKeyValue("lease", ref).addKeyValue("holder", holder).log("lease is held");
  }
}
