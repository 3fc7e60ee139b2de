package dev.natsfleet.local.cloud.ec2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One numbered version of a launch template. */
public record TemplateVersion(
    long number,
    @Nullable String description,
    Instant created,
    String createdBy,
    TemplateContent content) {}
