package dev.natsfleet.registry;

/**
 * The cluster's own row in the control table.
 *
 * @param owner whose cluster it is, or the mark of who released it
 * @param stableRevision revision of the settings with which a booting node starts
 */
public record ClusterRow(String owner, String stableRevision) {}
