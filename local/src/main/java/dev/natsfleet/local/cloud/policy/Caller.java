package dev.natsfleet.local.cloud.policy;

/**
 * The caller who signed a request.
 *
 * @param accessKey id of the access key that signed it
 * @param arn ARN of the key's owner
 */
public record Caller(String accessKey, String arn) {}
