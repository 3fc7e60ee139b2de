package dev.natsfleet.local.cloud.effect;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The specification of an instance: everything that a {@link MachineHost} needs to start its
 * machine.
 *
 * @param id instance id, {@code i-…}
 * @param address private IPv4 address: a loopback address of its own from the subnet's range
 * @param zone availability zone
 * @param region region of the zone
 * @param imageId the AMI of the launch template
 * @param instanceType the instance type of the launch template
 * @param instanceProfile name of the IAM instance profile, whose credentials the metadata service
 *     gives out
 * @param userData as in the launch template, base64, empty when there is none
 * @param tags at launch, the {@code aws:} ones included
 * @param launchedAt by the clock of the cloud
 */
public record InstanceSpec(
    String id,
    String address,
    String zone,
    String region,
    String imageId,
    String instanceType,
    @Nullable String instanceProfile,
    String userData,
    Map<String, String> tags,
    Instant launchedAt) {

  public InstanceSpec {
    tags = Map.copyOf(tags);
  }
}
