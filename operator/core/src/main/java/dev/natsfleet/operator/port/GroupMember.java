package dev.natsfleet.operator.port;

import org.jspecify.annotations.Nullable;

/**
 * An instance as its group sees it.
 *
 * @param instance its id
 * @param zone Availability Zone
 * @param lifecycle where it is in the group
 * @param templateId id of the template that it was launched with, or null if with none
 * @param templateVersion version of the cluster's own template that it was launched with, or null
 *     if it was launched otherwise
 */
public record GroupMember(
    String instance,
    String zone,
    LifecycleState lifecycle,
    @Nullable String templateId,
    @Nullable Long templateVersion) {

  /** The same, seen by an owner whose template is this: versions of another mean nothing. */
  GroupMember of(String ownTemplate) {
    return ownTemplate.equals(templateId)
        ? this
        : new GroupMember(instance, zone, lifecycle, templateId, null);
  }
}
