package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.LaunchTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * All launch templates of the Region that the operator looks after, read together. A version never
 * changes, so those of a template are read again only when it has a newer one, after a write, or
 * half a minute later: somebody may have deleted one.
 */
final class LaunchTemplateCache {

  private static final Duration VERSIONS_AGE = Duration.ofSeconds(30);

  private final Ec2Client client;
  private final BatchedReadCache<software.amazon.awssdk.services.ec2.model.LaunchTemplate>
      templates;
  private final BatchedReadCache<List<LaunchTemplate.Version>> versions;

  LaunchTemplateCache(Ec2Client client, LongSupplier nanoTime) {
    this.client = client;
    this.templates =
        new BatchedReadCache<>(
            "ec2:DescribeLaunchTemplates", ReadLimits.MOVING, this::readTemplates, nanoTime);
    this.versions =
        new BatchedReadCache<>(
            "ec2:DescribeLaunchTemplateVersions",
            ReadLimits.single(VERSIONS_AGE),
            this::readVersions,
            nanoTime);
  }

  /** The template, at most 1.5 s old, with its versions. */
  Optional<LaunchTemplate> template(String name) {
    return templates.get(name).map(this::complete);
  }

  /** Makes the next read of this template a fresh one. */
  void invalidate(String name) {
    templates.invalidate(name);
    versions.invalidate(name);
  }

  private LaunchTemplate complete(
      software.amazon.awssdk.services.ec2.model.LaunchTemplate template) {
    return new LaunchTemplate(
        template.launchTemplateId(),
        owner(template.tags()),
        template.defaultVersionNumber(),
        versions(template));
  }

  private List<LaunchTemplate.Version> versions(
      software.amazon.awssdk.services.ec2.model.LaunchTemplate template) {
    String name = template.launchTemplateName();
    List<LaunchTemplate.Version> known = versions.get(name).orElse(List.of());
    boolean hasNewest =
        known.stream().anyMatch(version -> version.number() == template.latestVersionNumber());
    if (hasNewest) {
      return known;
    }
    versions.invalidate(name);
    return versions.get(name).orElse(List.of());
  }

  private Map<String, software.amazon.awssdk.services.ec2.model.LaunchTemplate> readTemplates(
      Set<String> names) {
    return client
        .describeLaunchTemplatesPaginator(
            r -> r.filters(Ec2Filters.of("launch-template-name", names)))
        .launchTemplates()
        .stream()
        .collect(Collectors.toMap(template -> template.launchTemplateName(), Function.identity()));
  }

  private Map<String, List<LaunchTemplate.Version>> readVersions(Set<String> names) {
    return names.stream().collect(Collectors.toMap(Function.identity(), this::readVersions));
  }

  private List<LaunchTemplate.Version> readVersions(String name) {
    return client
        .describeLaunchTemplateVersionsPaginator(r -> r.launchTemplateName(name))
        .launchTemplateVersions()
        .stream()
        .map(LaunchTemplateCache::version)
        .toList();
  }

  private static LaunchTemplate.Version version(LaunchTemplateVersion version) {
    return LaunchTemplate.Version.of(
        version.versionNumber(),
        version.versionDescription(),
        version.launchTemplateData() == null ? null : version.launchTemplateData().imageId());
  }

  private static @Nullable String owner(List<Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.key().equals(ResourceTags.OWNER))
        .map(Tag::value)
        .findFirst()
        .orElse(null);
  }
}
