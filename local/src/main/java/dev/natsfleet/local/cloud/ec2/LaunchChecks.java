package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import org.jspecify.annotations.Nullable;

/** What RunInstances checks before it launches. */
final class LaunchChecks {

  private final World world;
  private final Catalogue catalogue;

  LaunchChecks(World world) {
    this.world = world;
    this.catalogue = world.catalogue();
  }

  /** Whether a template could be launched at all, wherever. */
  void check(TemplateContent content) {
    image(content.imageId());
    if (content.instanceType() == null) {
      throw Refusal.of("MissingParameter", "The request must contain the parameter InstanceType");
    }
    content.securityGroups().forEach(this::securityGroup);
    profile(content.profile());
  }

  Subnet subnet(String id) {
    Subnet subnet =
        catalogue
            .subnet(id)
            .orElseThrow(
                () ->
                    Refusal.of(
                        "InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist"));
    if (world.zoneOut(subnet.zone())) {
      throw new Refusal(
          new CloudError(
              "InsufficientInstanceCapacity",
              500,
              "We currently do not have sufficient capacity in the Availability Zone you requested"
                  + " ("
                  + subnet.zone()
                  + ")."));
    }
    return subnet;
  }

  private void image(@Nullable String id) {
    if (id == null) {
      throw Refusal.of("MissingParameter", "The request must contain the parameter ImageId");
    }
    if (!catalogue.images().containsKey(id)) {
      throw Refusal.of("InvalidAMIID.NotFound", "The image id '[" + id + "]' does not exist");
    }
  }

  private void securityGroup(String id) {
    if (!catalogue.securityGroups().containsKey(id)) {
      throw Refusal.of("InvalidGroup.NotFound", "The security group '" + id + "' does not exist");
    }
  }

  private void profile(TemplateContent.@Nullable Profile profile) {
    if (profile != null && !catalogue.instanceProfiles().contains(profile.shortName())) {
      throw Refusal.of(
          "InvalidParameterValue",
          "Value ("
              + profile.shortName()
              + ") for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name");
    }
  }
}
