package dev.natsfleet.agent.aws;

/**
 * What the metadata announce.
 *
 * @param targetState of the Auto Scaling lifecycle, or an empty string
 * @param spot whether Spot announced an interruption
 * @param rebalance whether EC2 recommends to rebalance
 */
public record InstanceNotices(String targetState, boolean spot, boolean rebalance) {

  /** Reads all three; throws {@link dev.natsfleet.registry.PortException}. */
  public static InstanceNotices read(Imds imds) {
    return new InstanceNotices(
        imds.get("meta-data/autoscaling/target-lifecycle-state").orElse(""),
        imds.get("meta-data/spot/instance-action").isPresent(),
        imds.get("meta-data/events/recommendations/rebalance").isPresent());
  }
}
