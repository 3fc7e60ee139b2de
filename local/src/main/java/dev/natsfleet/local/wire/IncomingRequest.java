package dev.natsfleet.local.wire;

import org.jspecify.annotations.Nullable;

/**
 * A received request, not parsed yet.
 *
 * @param authorization value of the header {@code Authorization}
 * @param target value of the header {@code X-Amz-Target}, which only JSON protocols have
 */
record IncomingRequest(@Nullable String authorization, @Nullable String target, String body) {}
