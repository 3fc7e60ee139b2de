package dev.natsfleet.operator.port;

import org.jspecify.annotations.Nullable;

/**
 * An instance as its group sees it.
 *
 * @param instance its id
 * @param zone Availability Zone
 * @param lifecycle where it is in the group
 * @param templateVersion version of the cluster's own template that it was launched with, or null
 *     if it was launched otherwise
 */
public record GroupMember(
    String instance, String zone, LifecycleState lifecycle, @Nullable Long templateVersion) {}
