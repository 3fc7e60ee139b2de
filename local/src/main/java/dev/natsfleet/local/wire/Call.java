package dev.natsfleet.local.wire;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param authorization the header of that name
 * @param target the header {@code X-Amz-Target}, of JSON protocols
 */
record Call(@Nullable String authorization, @Nullable String target, String body) {}
