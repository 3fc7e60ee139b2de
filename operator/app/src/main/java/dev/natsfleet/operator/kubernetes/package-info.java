/**
 * The operator in Kubernetes: the reconciler that the framework calls, and the ports that are
 * Kubernetes objects.
 *
 * <p>Way in: {@link dev.natsfleet.operator.kubernetes.NatsClusterReconciler}. Way out: the
 * NatsCluster's status, its events, and a Service with EndpointSlices.
 */
@NullMarked
package dev.natsfleet.operator.kubernetes;

import org.jspecify.annotations.NullMarked;
