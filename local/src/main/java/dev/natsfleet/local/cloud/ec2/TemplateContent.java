package dev.natsfleet.local.cloud.ec2;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a launch template says about an instance (LaunchTemplateData); all of it may be left out.
 *
 * @param userData base64
 * @param tags by resource type
 */
public record TemplateContent(
    @Nullable String imageId,
    @Nullable String instanceType,
    List<String> securityGroups,
    @Nullable Profile profile,
    @Nullable String userData,
    MetadataOptions metadata,
    Map<String, Map<String, String>> tags) {

  public TemplateContent {
    securityGroups = List.copyOf(securityGroups);
    tags = Map.copyOf(tags);
  }

  /** An IAM instance profile, by ARN or by name. */
  public record Profile(@Nullable String arn, @Nullable String name) {

    /** The name, also when only the ARN was given. */
    public String shortName() {
      if (name != null) {
        return name;
      }
      return arn == null ? "" : arn.substring(arn.lastIndexOf('/') + 1);
    }
  }

  /** This template with what the other one says put over it. */
  public TemplateContent under(TemplateContent other) {
    return new TemplateContent(
        first(other.imageId, imageId),
        first(other.instanceType, instanceType),
        other.securityGroups.isEmpty() ? securityGroups : other.securityGroups,
        first(other.profile, profile),
        first(other.userData, userData),
        other.metadata.equals(MetadataOptions.NONE) ? metadata : other.metadata,
        other.tags.isEmpty() ? tags : other.tags);
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }
}
