package dev.natsfleet.local.cloud.ec2;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a launch template (LaunchTemplateData); every part is optional.
 *
 * @param userData base64
 * @param market {@code spot}, or null for On-Demand
 * @param tags by resource type
 */
public record TemplateContent(
    @Nullable String imageId,
    @Nullable String instanceType,
    List<String> securityGroups,
    @Nullable Profile profile,
    @Nullable String userData,
    MetadataOptions metadata,
    List<BlockDevice> blockDevices,
    @Nullable String market,
    Map<String, Map<String, String>> tags) {

  public TemplateContent {
    securityGroups = List.copyOf(securityGroups);
    blockDevices = List.copyOf(blockDevices);
    tags = Map.copyOf(tags);
  }

  /** A content without any value. */
  public static final TemplateContent NOTHING =
      new TemplateContent(
          null, null, List.of(), null, null, MetadataOptions.NONE, List.of(), null, Map.of());

  /** The type of an instance whose request names none (EC2 API, RunInstances). */
  private static final String DEFAULT_TYPE = "m1.small";

  /** An IAM instance profile, by ARN or by name. */
  public record Profile(@Nullable String arn, @Nullable String name) {

    /** The name, taken from the ARN if only that was given. */
    public String shortName() {
      if (name != null) {
        return name;
      }
      return arn == null ? "" : arn.substring(arn.lastIndexOf('/') + 1);
    }
  }

  /** This content with the other one's values in place of its own. */
  public TemplateContent overlaidWith(TemplateContent other) {
    return new TemplateContent(
        first(other.imageId, imageId),
        first(other.instanceType, instanceType),
        other.securityGroups.isEmpty() ? securityGroups : other.securityGroups,
        first(other.profile, profile),
        first(other.userData, userData),
        other.metadata.equals(MetadataOptions.NONE) ? metadata : other.metadata,
        other.blockDevices.isEmpty() ? blockDevices : other.blockDevices,
        first(other.market, market),
        other.tags.isEmpty() ? tags : other.tags);
  }

  /** This content with an instance type, which is EC2's default if it has none. */
  TemplateContent withType() {
    return overlaidWith(NOTHING.ofType(first(instanceType, DEFAULT_TYPE)));
  }

  private TemplateContent ofType(@Nullable String type) {
    return new TemplateContent(
        imageId, type, securityGroups, profile, userData, metadata, blockDevices, market, tags);
  }

  /** Whether it launches Spot instances. */
  public boolean isSpot() {
    return "spot".equals(market);
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }
}
