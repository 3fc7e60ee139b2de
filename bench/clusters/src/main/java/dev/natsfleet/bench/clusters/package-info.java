/**
 * Measures one operator with many NatsClusters, against a real API server and the emulated cloud.
 *
 * <p>Way in: {@link dev.natsfleet.bench.clusters.ClustersMain}. Way out: {@code local.fleet}, the
 * Kubernetes API, and the operator's {@code /metrics}.
 */
@NullMarked
package dev.natsfleet.bench.clusters;

import org.jspecify.annotations.NullMarked;
