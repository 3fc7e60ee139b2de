package dev.natsfleet.local.cloud.ec2;

import org.jspecify.annotations.Nullable;

/** A launch template by id or by name; exactly one is given. */
public record TemplateRef(@Nullable String id, @Nullable String name) {

  /** The id or the name, whichever was given. */
  public String text() {
    return id != null ? id : String.valueOf(name);
  }
}
