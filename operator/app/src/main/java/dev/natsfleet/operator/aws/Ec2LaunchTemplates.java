package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.LaunchTemplateSpec;
import dev.natsfleet.operator.port.LaunchTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateHttpTokensState;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceMetadataTagsState;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateTagSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * {@link LaunchTemplates} in EC2. Client tokens are the SDK's own, for its retries: one that was
 * made from the hash would bring back the answer of a version, or of a template, that was deleted
 * since.
 */
final class Ec2LaunchTemplates implements LaunchTemplates {

  private final Ec2Client client;
  private final String name;

  Ec2LaunchTemplates(Ec2Client client, String name) {
    this.client = client;
    this.name = name;
  }

  @Override
  public Optional<LaunchTemplate> observe() {
    return template()
        .map(
            t ->
                new LaunchTemplate(
                    t.launchTemplateId(), owner(t.tags()), t.defaultVersionNumber(), versions()));
  }

  @Override
  public void create(LaunchTemplateSpec spec, String description) {
    Optional<LaunchTemplate> there = observe();
    if (there.isEmpty()) {
      call("CreateLaunchTemplate", () -> first(spec, description));
    } else {
      makeDefault(
          there
              .get()
              .version(description)
              .map(LaunchTemplate.Version::number)
              .orElseGet(() -> call("CreateLaunchTemplateVersion", () -> next(spec, description))));
    }
  }

  @Override
  public void makeDefault(long version) {
    call(
        "ModifyLaunchTemplate",
        () ->
            client.modifyLaunchTemplate(
                r -> r.launchTemplateName(name).defaultVersion(Long.toString(version))));
  }

  @Override
  public void setOwner(String owner) {
    template()
        .ifPresent(
            there ->
                call(
                    "CreateTags",
                    () ->
                        client.createTags(
                            r ->
                                r.resources(there.launchTemplateId())
                                    .tags(tags(Map.of(ResourceTags.OWNER, owner))))));
  }

  @Override
  public void prune(long version) {
    call(
        "DeleteLaunchTemplateVersions",
        () ->
            client.deleteLaunchTemplateVersions(
                r -> r.launchTemplateName(name).versions(Long.toString(version))));
  }

  @Override
  public void delete() {
    if (template().isPresent()) {
      call(
          "DeleteLaunchTemplate",
          () -> client.deleteLaunchTemplate(r -> r.launchTemplateName(name)));
    }
  }

  private Optional<software.amazon.awssdk.services.ec2.model.LaunchTemplate> template() {
    return call(
        "DescribeLaunchTemplates",
        () ->
            client
                .describeLaunchTemplates(
                    r -> r.filters(Ec2Filters.of("launch-template-name", name)))
                .launchTemplates()
                .stream()
                .findFirst());
  }

  private List<LaunchTemplate.Version> versions() {
    return call(
        "DescribeLaunchTemplateVersions",
        () ->
            client
                .describeLaunchTemplateVersionsPaginator(r -> r.launchTemplateName(name))
                .launchTemplateVersions()
                .stream()
                .map(Ec2LaunchTemplates::version)
                .toList());
  }

  private long first(LaunchTemplateSpec spec, String description) {
    return client
        .createLaunchTemplate(
            r ->
                r.launchTemplateName(name)
                    .versionDescription(description)
                    .tagSpecifications(
                        TagSpecification.builder()
                            .resourceType(ResourceType.LAUNCH_TEMPLATE)
                            .tags(tags(spec.tags()))
                            .build())
                    .launchTemplateData(data(spec)))
        .launchTemplate()
        .latestVersionNumber();
  }

  private long next(LaunchTemplateSpec spec, String description) {
    return client
        .createLaunchTemplateVersion(
            r ->
                r.launchTemplateName(name)
                    .versionDescription(description)
                    .launchTemplateData(data(spec)))
        .launchTemplateVersion()
        .versionNumber();
  }

  private static RequestLaunchTemplateData data(LaunchTemplateSpec spec) {
    return RequestLaunchTemplateData.builder()
        .imageId(spec.image())
        .instanceType(spec.instanceType())
        .securityGroupIds(spec.securityGroups())
        .iamInstanceProfile(p -> p.name(spec.instanceProfile()))
        .metadataOptions(
            m ->
                m.httpTokens(LaunchTemplateHttpTokensState.REQUIRED)
                    .httpPutResponseHopLimit(1)
                    .instanceMetadataTags(LaunchTemplateInstanceMetadataTagsState.ENABLED))
        .tagSpecifications(
            onLaunch(ResourceType.INSTANCE, spec.tags()),
            onLaunch(ResourceType.VOLUME, spec.tags()))
        .build();
  }

  private static LaunchTemplateTagSpecificationRequest onLaunch(
      ResourceType type, Map<String, String> tags) {
    return LaunchTemplateTagSpecificationRequest.builder()
        .resourceType(type)
        .tags(tags(tags))
        .build();
  }

  private static List<Tag> tags(Map<String, String> tags) {
    List<Tag> all = new ArrayList<>();
    tags.forEach((key, value) -> all.add(Tag.builder().key(key).value(value).build()));
    return all;
  }

  private static @Nullable String owner(List<Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.key().equals(ResourceTags.OWNER))
        .map(Tag::value)
        .findFirst()
        .orElse(null);
  }

  private static LaunchTemplate.Version version(LaunchTemplateVersion version) {
    return LaunchTemplate.Version.of(
        version.versionNumber(),
        version.versionDescription(),
        version.launchTemplateData() == null ? null : version.launchTemplateData().imageId());
  }

  private <T> T call(String operation, Supplier<T> work) {
    return AwsErrors.call("ec2:" + operation, name, work);
  }
}
