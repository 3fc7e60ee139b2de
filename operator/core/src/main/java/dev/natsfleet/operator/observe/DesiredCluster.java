package dev.natsfleet.operator.observe;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.registry.ClusterId;

/**
 * What the user wants, as Kubernetes holds it.
 *
 * @param id the cluster
 * @param owner UID of the object
 * @param generation of the specification
 * @param deleting whether the object is being deleted
 * @param spec the specification
 */
public record DesiredCluster(
    ClusterId id, String owner, long generation, boolean deleting, NatsClusterSpec spec) {}
