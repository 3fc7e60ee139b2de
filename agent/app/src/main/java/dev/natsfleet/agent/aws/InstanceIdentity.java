package dev.natsfleet.agent.aws;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeIdentity;

/**
 * The identity of this instance, read from its metadata and tags.
 *
 * @param id EC2 instance id
 * @param ip private address
 * @param zone Availability Zone
 * @param region AWS Region
 * @param cluster by its tag
 * @param pool by its tag
 * @param group name of its Auto Scaling group
 */
public record InstanceIdentity(
    String id,
    String ip,
    String zone,
    String region,
    ClusterId cluster,
    String pool,
    String group) {

  private static final String TAG = "meta-data/tags/instance/";

  /** Reads it; throws {@link dev.natsfleet.registry.PortException} if something is missing. */
  public static InstanceIdentity read(Imds imds) {
    return new InstanceIdentity(
        imds.require("meta-data/instance-id"),
        imds.require("meta-data/local-ipv4"),
        imds.require("meta-data/placement/availability-zone"),
        imds.require("meta-data/placement/region"),
        ClusterId.parse(imds.require(TAG + "natsfleet:cluster")),
        imds.require(TAG + "natsfleet:pool"),
        imds.require(TAG + "aws:autoscaling:groupName"));
  }

  /** The identity of this instance's node for one start of its agent. */
  public NodeIdentity node(String boot) {
    return new NodeIdentity(ip, id, boot, zone, pool, id);
  }
}
