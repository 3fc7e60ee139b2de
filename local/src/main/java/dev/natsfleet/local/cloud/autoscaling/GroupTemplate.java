package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.ec2.VersionedTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The launch template of a group.
 *
 * @param version a number, {@code $Latest}, {@code $Default}, or null for the default version
 */
public record GroupTemplate(String id, String name, @Nullable String version) {

  /** The number of a resolved version. */
  long number() {
    return version == null ? 0 : Long.parseLong(version);
  }

  TemplateRef ref() {
    return new TemplateRef(id, null);
  }

  /** The same template with the version's present number. */
  GroupTemplate resolved(VersionedTemplate versionedTemplate) {
    return new GroupTemplate(id, name, Long.toString(versionedTemplate.resolve(version)));
  }
}
