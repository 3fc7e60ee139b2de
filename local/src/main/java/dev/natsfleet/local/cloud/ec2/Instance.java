package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.world.Subnet;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance of EC2.
 *
 * @param reason reason of its termination, null while it is pending or running
 */
public record Instance(
    String id,
    Reservation reservation,
    Subnet subnet,
    String address,
    TemplateContent content,
    Map<String, String> tags,
    Instant launched,
    InstanceState state,
    @Nullable StateReason reason) {

  public Instance {
    tags = Map.copyOf(tags);
  }

  /**
   * The launch that an instance belongs to.
   *
   * @param clientToken the token of the launching request, empty if it had none
   */
  public record Reservation(String id, String clientToken) {}

  /** StateReason, such as {@code Client.UserInitiatedShutdown}. */
  public record StateReason(String code, String message) {

    public static final StateReason USER =
        new StateReason(
            "Client.UserInitiatedShutdown",
            "Client.UserInitiatedShutdown: User initiated shutdown");

    public static final StateReason POWER =
        new StateReason("Server.InternalError", "Server.InternalError: Internal error on the host");
  }

  public String zone() {
    return subnet.zone();
  }

  Instance with(InstanceState newState, @Nullable StateReason newReason) {
    return new Instance(
        id, reservation, subnet, address, content, tags, launched, newState, newReason);
  }

  Instance withTags(Map<String, String> changed) {
    return new Instance(
        id, reservation, subnet, address, content, changed, launched, state, reason);
  }

  InstanceSpec spec(String region) {
    TemplateContent.Profile profile = content.profile();
    return new InstanceSpec(
        id,
        address,
        zone(),
        region,
        String.valueOf(content.imageId()),
        String.valueOf(content.instanceType()),
        profile == null ? null : profile.shortName(),
        content.userData() == null ? "" : content.userData(),
        tags,
        launched);
  }
}
