package dev.natsfleet.local.cloud.autoscaling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as it was when it was described.
 *
 * @param status null, or that it is being deleted
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
    @Nullable String status) {}
