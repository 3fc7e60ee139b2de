package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.error.CloudException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A launch template with its versions.
 *
 * @param latest the highest number ever assigned; numbers are not reused
 */
public record VersionedTemplate(
    String id,
    String name,
    Instant created,
    String createdBy,
    Map<String, String> tags,
    long defaultVersion,
    long latest,
    SortedMap<Long, TemplateVersion> versions) {

  public VersionedTemplate {
    tags = Map.copyOf(tags);
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
  }

  VersionedTemplate withVersion(TemplateVersion version) {
    SortedMap<Long, TemplateVersion> more = new TreeMap<>(versions);
    more.put(version.number(), version);
    return new VersionedTemplate(
        id, name, created, createdBy, tags, defaultVersion, version.number(), more);
  }

  VersionedTemplate withoutVersion(long version) {
    SortedMap<Long, TemplateVersion> fewer = new TreeMap<>(versions);
    fewer.remove(version);
    return new VersionedTemplate(id, name, created, createdBy, tags, defaultVersion, latest, fewer);
  }

  VersionedTemplate withDefault(long version) {
    return new VersionedTemplate(id, name, created, createdBy, tags, version, latest, versions);
  }

  VersionedTemplate withTags(Map<String, String> changed) {
    return new VersionedTemplate(
        id, name, created, createdBy, changed, defaultVersion, latest, versions);
  }

  /** The number behind {@code $Latest}, {@code $Default}, nothing (the default) or a number. */
  public long resolve(@Nullable String version) {
    return switch (version) {
      case null -> defaultVersion;
      case "$Default" -> defaultVersion;
      case "$Latest" -> versions.lastKey();
      default -> number(version);
    };
  }

  private static long number(String version) {
    try {
      return Long.parseUnsignedLong(version);
    } catch (NumberFormatException e) {
      throw CloudException.of(
          "InvalidLaunchTemplateVersion.Malformed",
          "Invalid launch template version: "
              + version
              + ". It must be a number, $Latest or $Default.");
    }
  }
}
