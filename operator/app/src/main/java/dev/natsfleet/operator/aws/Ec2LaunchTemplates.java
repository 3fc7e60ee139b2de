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
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateHttpTokensState;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceMetadataTagsState;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateTagSpecificationRequest;
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
  private final LaunchTemplateCache cache;
  private final String name;

  Ec2LaunchTemplates(Ec2Client client, LaunchTemplateCache cache, String name) {
    this.client = client;
    this.cache = cache;
    this.name = name;
  }

  @Override
  public Optional<LaunchTemplate> observe() {
    return cache.template(name);
  }

  @Override
  public void create(LaunchTemplateSpec spec, String description) {
    cache.invalidate(name);
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
    cache.invalidate(name);
    observe()
        .ifPresent(
            there ->
                call(
                    "CreateTags",
                    () ->
                        client.createTags(
                            r ->
                                r.resources(there.id())
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
    cache.invalidate(name);
    if (observe().isPresent()) {
      call(
          "DeleteLaunchTemplate",
          () -> client.deleteLaunchTemplate(r -> r.launchTemplateName(name)));
    }
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

  private <T> T call(String operation, Supplier<T> work) {
    try {
      return AwsErrors.call("ec2:" + operation, name, work);
    } finally {
      cache.invalidate(name);
    }
  }
}
