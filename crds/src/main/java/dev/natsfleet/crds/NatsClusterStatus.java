package dev.natsfleet.crds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was observed.
 *
 * @param observedGeneration generation that this status speaks of
 * @param phase one word for people: Pending, Forming, Running, Scaling, Updating, Deleting, Paused,
 *     Stalled
 * @param reason why it is in this phase, a stable CamelCase word
 * @param ready nodes that are SERVING with every route up
 * @param desired nodes that are wanted
 * @param version nats-server version that all nodes report, or null while they differ
 * @param revision settings that all nodes report, or null while they differ
 * @param selector label selector of the scale subresource
 * @param endpoints NATS URLs for applications
 * @param nodes one entry per instance
 * @param plan the next steps, with their reasons
 * @param conditions Ready, Progressing, Degraded, Paused, Stalled
 */
public record NatsClusterStatus(
    @Nullable Long observedGeneration,
    String phase,
    String reason,
    int ready,
    int desired,
    @Nullable String version,
    @Nullable String revision,
    @Nullable String selector,
    List<String> endpoints,
    List<NodeStatus> nodes,
    List<PlannedStep> plan,
    List<Condition> conditions) {

  /**
   * One instance.
   *
   * @param instance EC2 instance id
   * @param ip private address
   * @param zone Availability Zone
   * @param pool {@code core}
   * @param lifecycle state in the Auto Scaling group
   * @param state what the node's agent says, or {@code Unknown} when its row is silent
   * @param version nats-server version
   * @param revision settings it runs with
   * @param routes up and expected, such as {@code 2/2}, or {@code unknown}
   * @param heartbeatAgeSeconds since its row last changed before the operator's eyes; null if never
   * @param order the order it is carrying out, or null
   * @param whyNot why it is not ready, or null
   */
  public record NodeStatus(
      String instance,
      @Nullable String ip,
      String zone,
      String pool,
      String lifecycle,
      String state,
      @Nullable String version,
      @Nullable String revision,
      String routes,
      @Nullable Long heartbeatAgeSeconds,
      @Nullable String order,
      @Nullable String whyNot) {}

  /** A step that is about to be made, and why. */
  public record PlannedStep(String step, String reason) {}
}
