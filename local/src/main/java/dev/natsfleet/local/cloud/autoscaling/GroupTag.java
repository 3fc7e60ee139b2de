package dev.natsfleet.local.cloud.autoscaling;

/**
 * A tag of a group.
 *
 * @param atLaunch whether new instances get the tag, too
 */
public record GroupTag(String group, String key, String value, boolean atLaunch) {}
