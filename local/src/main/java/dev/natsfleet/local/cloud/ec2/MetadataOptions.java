package dev.natsfleet.local.cloud.ec2;

import org.jspecify.annotations.Nullable;

/**
 * How the metadata service of an instance behaves; null where the template says nothing.
 *
 * @param httpTokens {@code required} (the only one served) or {@code optional}
 */
public record MetadataOptions(
    @Nullable String httpTokens,
    @Nullable Integer hopLimit,
    @Nullable String httpEndpoint,
    @Nullable String instanceMetadataTags) {

  public static final MetadataOptions NONE = new MetadataOptions(null, null, null, null);

  /** Whether the service shows the instance's tags. */
  public boolean showsTags() {
    return "enabled".equals(instanceMetadataTags);
  }

  /** Whether the service answers at all. */
  public boolean on() {
    return !"disabled".equals(httpEndpoint);
  }
}
