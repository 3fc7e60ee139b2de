package dev.natsfleet.crds;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an instance looks.
 *
 * @param instanceType EC2 instance type
 * @param image what it boots
 * @param subnets one or more, each in another zone for spread
 * @param securityGroups one or more
 * @param instanceProfile name of the IAM instance profile
 * @param tags put on instances, volumes and the group beside our own
 */
public record NodeTemplate(
    String instanceType,
    Image image,
    List<String> subnets,
    List<String> securityGroups,
    String instanceProfile,
    Map<String, String> tags) {

  /** What an instance boots: an AMI, or an SSM parameter that holds one. */
  public record Image(@Nullable String id, @Nullable String parameter) {}
}
