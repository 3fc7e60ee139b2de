package dev.natsfleet.local.cloud.autoscaling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a group for a describe call.
 *
 * @param status null unless the group is being deleted
 */
public record GroupView(
    String name,
    String arn,
    Instant created,
    GroupSettings settings,
    List<String> zones,
    List<GroupTag> tags,
    List<Member> members,
    List<String> suspended,
    List<Hook> hooks,
    @Nullable String status) {}
