package dev.natsfleet.local.cloud.ec2;

import org.jspecify.annotations.Nullable;

/**
 * The metadata options of a launch template; null where the template has no value.
 *
 * @param httpTokens {@code required} (the only one served) or {@code optional}
 */
public record MetadataOptions(
    @Nullable String httpTokens,
    @Nullable Integer hopLimit,
    @Nullable String httpEndpoint,
    @Nullable String instanceMetadataTags) {

  public static final MetadataOptions NONE = new MetadataOptions(null, null, null, null);

  /** Whether the metadata service shows the instance's tags. */
  public boolean showsTags() {
    return "enabled".equals(instanceMetadataTags);
  }

  /** Whether the instance has a metadata service. */
  public boolean isEnabled() {
    return !"disabled".equals(httpEndpoint);
  }
}
