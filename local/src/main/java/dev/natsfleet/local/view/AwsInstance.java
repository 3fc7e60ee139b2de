package dev.natsfleet.local.view;

/**
 * An EC2 instance, as far as people look at it.
 *
 * @param instanceId its id
 * @param privateIpAddress its address
 */
public record AwsInstance(String instanceId, String privateIpAddress) {}
