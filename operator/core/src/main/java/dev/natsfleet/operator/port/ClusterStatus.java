package dev.natsfleet.operator.port;

import dev.natsfleet.crds.NatsClusterStatus;

/** The status of the cluster's Kubernetes object. */
@FunctionalInterface
public interface ClusterStatus {

  /**
   * Replaces what the operator wrote there before; an equal status changes nothing. May throw
   * {@link dev.natsfleet.registry.PortException}.
   */
  void patch(NatsClusterStatus status);
}
