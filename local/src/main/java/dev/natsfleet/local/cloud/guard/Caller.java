package dev.natsfleet.local.cloud.guard;

/**
 * Who signed a request.
 *
 * @param accessKey the key id it was signed with
 * @param arn whom the key belongs to
 */
public record Caller(String accessKey, String arn) {}
