package dev.natsfleet.operator.port;

import java.util.Optional;

/**
 * The launch template of the core pool, named as its group. Every method may throw {@link
 * dev.natsfleet.registry.PortException}.
 */
public interface LaunchTemplates {

  /** The template with all its versions, whoever owns it; empty if there is none. */
  Optional<LaunchTemplate> observe();

  /**
   * Creates a version, and the template with it if there is none: IMDSv2 only, instance tags in
   * IMDS, hop limit 1, no user data. A version with this description is not created twice. It
   * becomes the default.
   */
  void create(LaunchTemplateSpec spec, String description);

  /** Makes a version the default, for people who launch by hand; the group uses numbers. */
  void makeDefault(long version);

  /** Sets the tag {@code natsfleet:owner} of the template; an absent one changes nothing. */
  void setOwner(String owner);

  /** Deletes a version; an absent one changes nothing. */
  void prune(long version);

  /** Deletes the template; an absent one changes nothing. */
  void delete();
}
