package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.BlockDevice;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.wire.format.Params;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the description of an instance from the parameters of a launch template or of RunInstances.
 */
final class TemplateContentParser {

  private static final Set<String> TAGGED = Set.of("instance", "volume", "network-interface");

  private static final List<String> VOLUME =
      List.of(
          "DeleteOnTermination",
          "Encrypted",
          "Iops",
          "KmsKeyId",
          "SnapshotId",
          "Throughput",
          "VolumeSize",
          "VolumeType");

  private TemplateContentParser() {}

  static TemplateContent template(Params data) {
    if (!data.isPresent()) {
      throw CloudException.of(
          "MissingParameter", "The request must contain the parameter LaunchTemplateData");
    }
    return inline(data);
  }

  static TemplateContent inline(Params p) {
    Params profile = p.part("IamInstanceProfile");
    String arn = profile.text("Arn");
    String name = profile.text("Name");
    Map<String, Map<String, String>> tags = tagSpecifications(p);
    tags.keySet().forEach(TemplateContentParser::refuseUntaggable);
    return new TemplateContent(
        p.text("ImageId"),
        p.text("InstanceType"),
        p.texts("SecurityGroupId"),
        profile.isPresent() ? new TemplateContent.Profile(arn, name) : null,
        p.text("UserData"),
        metadata(p.part("MetadataOptions")),
        p.parts("BlockDeviceMapping").stream().map(TemplateContentParser::device).toList(),
        market(p.part("InstanceMarketOptions")),
        tags);
  }

  private static BlockDevice device(Params p) {
    Params ebs = p.part("Ebs");
    Map<String, String> values = new HashMap<>();
    for (String name : VOLUME) {
      String value = ebs.text(name);
      if (value != null) {
        values.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), value);
      }
    }
    if (values.isEmpty()) {
      throw CloudException.of("MissingParameter", "The request must contain the parameter ebs");
    }
    return new BlockDevice(p.required("DeviceName"), values);
  }

  private static @Nullable String market(Params p) {
    String type = p.text("MarketType");
    if (type != null && !type.equals("spot")) {
      throw CloudException.of("InvalidParameterValue", "Invalid market type: " + type);
    }
    return type;
  }

  private static void refuseUntaggable(String type) {
    if (!TAGGED.contains(type)) {
      throw CloudException.of(
          "InvalidParameterValue", "'" + type + "' is not a valid taggable resource type here.");
    }
  }

  private static MetadataOptions metadata(Params p) {
    String tokens = p.text("HttpTokens");
    if (p.isPresent() && !"required".equals(tokens)) {
      throw CloudException.of(
          "InvalidParameter",
          "MetadataOptions.HttpTokens: the emulated cloud serves IMDSv2 only; say required.");
    }
    return new MetadataOptions(
        tokens,
        p.number("HttpPutResponseHopLimit"),
        p.text("HttpEndpoint"),
        p.text("InstanceMetadataTags"));
  }

  static Map<String, Map<String, String>> tagSpecifications(Params p) {
    Map<String, Map<String, String>> tags = new HashMap<>();
    for (Params specification : p.parts("TagSpecification")) {
      tags.put(specification.required("ResourceType"), tags(specification));
    }
    return tags;
  }

  static Map<String, String> tags(Params p) {
    Map<String, String> tags = new HashMap<>();
    for (Params tag : p.parts("Tag")) {
      tags.put(tag.required("Key"), orEmpty(tag.text("Value")));
    }
    return tags;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
