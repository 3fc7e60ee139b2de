package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.Template;
import dev.natsfleet.local.cloud.ec2.TemplateRef;

/**
 * The launch template of a group.
 *
 * @param version a number, {@code $Latest} or {@code $Default}
 */
public record TemplateSpec(String id, String name, String version) {

  TemplateRef ref() {
    return new TemplateRef(id, null);
  }

  /** The same with the number that the version stands for now. */
  TemplateSpec resolved(Template template) {
    return new TemplateSpec(id, name, Long.toString(template.resolve(version)));
  }
}
