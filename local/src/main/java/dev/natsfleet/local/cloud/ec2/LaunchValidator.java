package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that RunInstances makes before a launch. */
final class LaunchValidator {

  /** EC2 UG, "Run commands when you launch an EC2 instance with user data input". */
  private static final int LARGEST = 16 * 1024;

  private final World world;
  private final Catalogue catalogue;

  LaunchValidator(World world) {
    this.world = world;
    this.catalogue = world.catalogue();
  }

  /** Refuses content that could not be launched in any subnet. */
  void validate(TemplateContent content) {
    image(content.imageId());
    userData(content.userData());
    content.securityGroups().forEach(this::securityGroup);
    profile(content.profile());
  }

  Subnet subnet(String id) {
    Subnet subnet = catalogue.requireSubnet(id);
    if (world.isZoneOut(subnet.zone())) {
      throw new CloudException(
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
      throw CloudException.of("MissingParameter", "The request must contain the parameter ImageId");
    }
    ImageIds.validate(List.of(id), catalogue);
  }

  private static void userData(@Nullable String text) {
    try {
      byte[] decoded =
          Base64.getDecoder().decode(text == null ? "" : text.replaceAll("[\r\n]", ""));
      if (decoded.length > LARGEST) {
        throw CloudException.of("InvalidParameterValue", "User data is limited to 16384 bytes");
      }
    } catch (IllegalArgumentException e) {
      throw CloudException.of("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.");
    }
  }

  private void securityGroup(String id) {
    if (!catalogue.securityGroups().containsKey(id)) {
      throw CloudException.of(
          "InvalidGroup.NotFound", "The security group '" + id + "' does not exist");
    }
  }

  private void profile(TemplateContent.@Nullable Profile profile) {
    if (profile != null && !catalogue.instanceProfiles().contains(profile.shortName())) {
      throw CloudException.of(
          "InvalidParameterValue",
          "Value ("
              + profile.shortName()
              + ") for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name");
    }
  }
}
