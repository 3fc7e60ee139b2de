package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Result.DeletedVersions;
import dev.natsfleet.local.cloud.ec2.Ec2Result.Kept;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.Template;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.ec2.TemplateVersion;
import dev.natsfleet.local.wire.form.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Launch templates as EC2 writes them. */
final class TemplateShapes {

  private TemplateShapes() {}

  static Shape template(Template template) {
    return identity(template)
        .with("createTime", template.created())
        .with("createdBy", template.createdBy())
        .with("defaultVersionNumber", template.defaultVersion())
        .with("latestVersionNumber", template.latest())
        .with("tagSet", tags(template.tags()));
  }

  private static Shape identity(Template template) {
    return new Shape()
        .with("launchTemplateId", template.id())
        .with("launchTemplateName", template.name());
  }

  static Shape version(Template template, TemplateVersion version) {
    return identity(template)
        .with("versionNumber", version.number())
        .with("versionDescription", version.description())
        .with("createTime", version.created())
        .with("createdBy", version.createdBy())
        .with("defaultVersion", version.number() == template.defaultVersion())
        .with("launchTemplateData", content(version.content()));
  }

  private static Shape content(TemplateContent content) {
    List<String> groups = content.securityGroups();
    return new Shape()
        .with("imageId", content.imageId())
        .with("instanceType", content.instanceType())
        .with("iamInstanceProfile", profile(content.profile()))
        .with("userData", content.userData())
        .with("metadataOptions", metadata(content.metadata()))
        .with("securityGroupIdSet", groups.isEmpty() ? null : groups)
        .with("tagSpecificationSet", specifications(content.tags()));
  }

  private static @Nullable Shape profile(TemplateContent.@Nullable Profile profile) {
    return profile == null
        ? null
        : new Shape().with("arn", profile.arn()).with("name", profile.name());
  }

  static @Nullable Shape metadata(MetadataOptions options) {
    return options.equals(MetadataOptions.NONE)
        ? null
        : new Shape()
            .with("httpTokens", options.httpTokens())
            .with("httpPutResponseHopLimit", options.hopLimit())
            .with("httpEndpoint", options.httpEndpoint())
            .with("instanceMetadataTags", options.instanceMetadataTags());
  }

  private static @Nullable List<Shape> specifications(Map<String, Map<String, String>> all) {
    return all.isEmpty()
        ? null
        : new TreeMap<>(all)
            .entrySet().stream()
                .map(
                    one ->
                        new Shape()
                            .with("resourceType", one.getKey())
                            .with("tagSet", tags(one.getValue())))
                .toList();
  }

  static List<Shape> tags(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream()
            .map(tag -> new Shape().with("key", tag.getKey()).with("value", tag.getValue()))
            .toList();
  }

  static Shape deleted(DeletedVersions versions) {
    Template template = versions.template();
    return new Shape()
        .with(
            "successfullyDeletedLaunchTemplateVersionSet",
            versions.deleted(),
            number -> identity(template).with("versionNumber", number))
        .with(
            "unsuccessfullyDeletedLaunchTemplateVersionSet",
            versions.kept(),
            kept -> kept(template, kept));
  }

  private static Shape kept(Template template, Kept kept) {
    return identity(template)
        .with("versionNumber", kept.version())
        .with(
            "responseError", new Shape().with("code", kept.code()).with("message", kept.message()));
  }
}
