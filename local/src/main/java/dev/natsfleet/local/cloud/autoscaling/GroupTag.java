package dev.natsfleet.local.cloud.autoscaling;

/**
 * A tag of a group.
 *
 * @param atLaunch whether instances launched from now on get it too
 */
public record GroupTag(String group, String key, String value, boolean atLaunch) {}
