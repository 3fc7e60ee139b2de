package dev.natsfleet.registry;

/**
 * The cluster's own row in the control table.
 *
 * @param owner UID of the Kubernetes object that owns the tables
 * @param stableRevision revision of the settings with which a booting node starts
 */
public record ClusterRow(String owner, String stableRevision) {}
