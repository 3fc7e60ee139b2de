/**
 * What a user writes and reads: {@code NatsCluster} and its parts as records.
 *
 * <p>Way in: {@link dev.natsfleet.crds.NatsClusterSpec}. Way out: {@link
 * dev.natsfleet.crds.NatsClusterStatus}. The records load without a Kubernetes client, so that code
 * which decides can use them; only the custom resource class needs one.
 */
@NullMarked
package dev.natsfleet.crds;

import org.jspecify.annotations.NullMarked;
