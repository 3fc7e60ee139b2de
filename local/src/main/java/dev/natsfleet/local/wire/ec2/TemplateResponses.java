package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.BlockDevice;
import dev.natsfleet.local.cloud.ec2.Ec2Result.DeletedVersions;
import dev.natsfleet.local.cloud.ec2.Ec2Result.RefusedDeletion;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.ec2.TemplateVersion;
import dev.natsfleet.local.cloud.ec2.VersionedTemplate;
import dev.natsfleet.local.wire.format.ResponseNode;
import dev.natsfleet.local.wire.format.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes launch templates in EC2's format. */
final class TemplateResponses {

  private TemplateResponses() {}

  static ResponseNode template(VersionedTemplate versionedTemplate) {
    return identity(versionedTemplate)
        .with("createTime", Timestamp.ec2(versionedTemplate.created()))
        .with("createdBy", versionedTemplate.createdBy())
        .with("defaultVersionNumber", versionedTemplate.defaultVersion())
        .with("latestVersionNumber", versionedTemplate.latest())
        .with("tagSet", tags(versionedTemplate.tags()));
  }

  private static ResponseNode identity(VersionedTemplate versionedTemplate) {
    return new ResponseNode()
        .with("launchTemplateId", versionedTemplate.id())
        .with("launchTemplateName", versionedTemplate.name());
  }

  static ResponseNode version(VersionedTemplate versionedTemplate, TemplateVersion version) {
    return identity(versionedTemplate)
        .with("versionNumber", version.number())
        .with("versionDescription", version.description())
        .with("createTime", Timestamp.ec2(version.created()))
        .with("createdBy", version.createdBy())
        .with("defaultVersion", version.number() == versionedTemplate.defaultVersion())
        .with("launchTemplateData", content(version.content()));
  }

  private static ResponseNode content(TemplateContent content) {
    List<String> groups = content.securityGroups();
    return new ResponseNode()
        .with("imageId", content.imageId())
        .with("instanceType", content.instanceType())
        .with("iamInstanceProfile", profile(content.profile()))
        .with("userData", content.userData())
        .with("metadataOptions", metadata(content.metadata()))
        .with("blockDeviceMappingSet", devices(content.blockDevices()))
        .with("instanceMarketOptions", market(content.market()))
        .with("securityGroupIdSet", groups.isEmpty() ? null : groups)
        .with("tagSpecificationSet", specifications(content.tags()));
  }

  private static @Nullable ResponseNode profile(TemplateContent.@Nullable Profile profile) {
    return profile == null
        ? null
        : new ResponseNode().with("arn", profile.arn()).with("name", profile.name());
  }

  static @Nullable ResponseNode metadata(MetadataOptions options) {
    return options.equals(MetadataOptions.NONE)
        ? null
        : new ResponseNode()
            .with("httpTokens", options.httpTokens())
            .with("httpPutResponseHopLimit", options.hopLimit())
            .with("httpEndpoint", options.httpEndpoint())
            .with("instanceMetadataTags", options.instanceMetadataTags());
  }

  private static @Nullable List<ResponseNode> devices(List<BlockDevice> devices) {
    return devices.isEmpty()
        ? null
        : devices.stream().map(device -> device(device).with("ebs", ebs(device))).toList();
  }

  static ResponseNode device(BlockDevice device) {
    return new ResponseNode().with("deviceName", device.name());
  }

  private static ResponseNode ebs(BlockDevice device) {
    ResponseNode ebs = new ResponseNode();
    new TreeMap<>(device.ebs()).forEach(ebs::with);
    return ebs;
  }

  private static @Nullable ResponseNode market(@Nullable String type) {
    return type == null ? null : new ResponseNode().with("marketType", type);
  }

  private static @Nullable List<ResponseNode> specifications(Map<String, Map<String, String>> all) {
    return all.isEmpty()
        ? null
        : new TreeMap<>(all)
            .entrySet().stream()
                .map(
                    one ->
                        new ResponseNode()
                            .with("resourceType", one.getKey())
                            .with("tagSet", tags(one.getValue())))
                .toList();
  }

  static List<ResponseNode> tags(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream()
            .map(tag -> new ResponseNode().with("key", tag.getKey()).with("value", tag.getValue()))
            .toList();
  }

  static ResponseNode deleted(DeletedVersions versions) {
    VersionedTemplate versionedTemplate = versions.versionedTemplate();
    return new ResponseNode()
        .with(
            "successfullyDeletedLaunchTemplateVersionSet",
            versions.deleted(),
            number -> identity(versionedTemplate).with("versionNumber", number))
        .with(
            "unsuccessfullyDeletedLaunchTemplateVersionSet",
            versions.refused(),
            refusedDeletion -> kept(versionedTemplate, refusedDeletion));
  }

  private static ResponseNode kept(
      VersionedTemplate versionedTemplate, RefusedDeletion refusedDeletion) {
    return identity(versionedTemplate)
        .with("versionNumber", refusedDeletion.version())
        .with(
            "responseError",
            new ResponseNode()
                .with("code", refusedDeletion.code())
                .with("message", refusedDeletion.message()));
  }
}
