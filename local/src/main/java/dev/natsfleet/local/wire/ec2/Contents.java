package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.wire.form.Params;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a launch template or RunInstances says about an instance. */
final class Contents {

  private static final Set<String> TAGGED = Set.of("instance", "volume", "network-interface");

  private Contents() {}

  static TemplateContent template(Params data) {
    if (!data.present()) {
      throw Refusal.of(
          "MissingParameter", "The request must contain the parameter LaunchTemplateData");
    }
    return inline(data);
  }

  static TemplateContent inline(Params p) {
    Params profile = p.part("IamInstanceProfile");
    String arn = profile.text("Arn");
    String name = profile.text("Name");
    Map<String, Map<String, String>> tags = tagSpecifications(p);
    tags.keySet().forEach(Contents::refuseUntaggable);
    return new TemplateContent(
        p.text("ImageId"),
        p.text("InstanceType"),
        p.texts("SecurityGroupId"),
        profile.present() ? new TemplateContent.Profile(arn, name) : null,
        p.text("UserData"),
        metadata(p.part("MetadataOptions")),
        tags);
  }

  private static void refuseUntaggable(String type) {
    if (!TAGGED.contains(type)) {
      throw Refusal.of(
          "InvalidParameterValue", "'" + type + "' is not a valid taggable resource type here.");
    }
  }

  private static MetadataOptions metadata(Params p) {
    String tokens = p.text("HttpTokens");
    if (p.present() && !"required".equals(tokens)) {
      throw Refusal.of(
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
