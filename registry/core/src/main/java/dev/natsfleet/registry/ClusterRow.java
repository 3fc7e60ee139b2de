package dev.natsfleet.registry;

/**
 * The row that exists once per cluster.
 *
 * @param owner UID of the Kubernetes object that owns the tables
 * @param stableRevision settings that a booting node starts with
 */
public record ClusterRow(String owner, String stableRevision) {}
