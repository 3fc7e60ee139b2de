package dev.natsfleet.local.view;

/**
 * The id and address of an EC2 instance.
 *
 * @param instanceId its id
 * @param privateIpAddress its address
 */
public record AwsInstance(String instanceId, String privateIpAddress) {}
