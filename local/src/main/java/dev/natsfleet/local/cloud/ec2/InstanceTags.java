package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.error.CloudException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for tags of instances. */
public final class InstanceTags {

  /** EC2 UG, "Tag restrictions": not counting those of AWS. */
  private static final int MOST = 50;

  /** EC2 UG, "View tags for your EC2 instances using instance metadata". */
  private static final Pattern METADATA_KEY = Pattern.compile("[0-9a-zA-Z\\-_+=,.@:]{1,255}");

  private static final Set<String> RESERVED = Set.of(".", "..", "_index");

  private InstanceTags() {}

  /** The tags that EC2 adds to an instance of a launch template. */
  public static Map<String, String> ofTemplate(String template, String version) {
    return Map.of("aws:ec2launchtemplate:id", template, "aws:ec2launchtemplate:version", version);
  }

  /** Refuses too many tags, and keys that the instance's metadata could not show. */
  static void validate(Map<String, String> tags, MetadataOptions metadata) {
    limit(tags);
    if (metadata.showsTags()) {
      tags.keySet().forEach(InstanceTags::validateForMetadata);
    }
  }

  /** Refuses too many tags of any resource. */
  static void limit(Map<String, String> tags) {
    if (tags.keySet().stream().filter(key -> !key.startsWith("aws:")).count() > MOST) {
      throw CloudException.of(
          "TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
    }
  }

  private static void validateForMetadata(String key) {
    if (!METADATA_KEY.matcher(key).matches() || RESERVED.contains(key)) {
      throw CloudException.of(
          "InvalidParameterValue",
          "'"
              + key
              + "' is not a valid tag key. Tag keys must match pattern"
              + " ([0-9a-zA-Z\\-_+=,.@:]{1,255}), and must not be a reserved name ('.', '..',"
              + " '_index')");
    }
  }
}
