/**
 * The part of Kubernetes that an operator sees: one NatsCluster object, its Service, and who is
 * told of changes.
 *
 * <p>Way in: a person edits {@link dev.natsfleet.simulation.kubernetes.SimulatedKubernetes}. Way
 * out: what an operator reads and writes there.
 */
@NullMarked
package dev.natsfleet.simulation.kubernetes;

import org.jspecify.annotations.NullMarked;
