package dev.natsfleet.operator.port;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A launch template as it is.
 *
 * @param owner value of its tag {@code natsfleet:owner}, or null if it has none
 * @param defaultVersion number of its default version
 * @param versions all of them
 */
public record LaunchTemplate(@Nullable String owner, long defaultVersion, List<Version> versions) {

  public LaunchTemplate {
    versions = List.copyOf(versions);
  }

  /**
   * One version.
   *
   * @param number given by EC2, never used again
   * @param hash its description: the hash of what it was made from
   */
  public record Version(long number, String hash) {}

  /** What the version of this number was made from. */
  public Optional<String> hashOf(long number) {
    return versions.stream().filter(v -> v.number() == number).map(Version::hash).findFirst();
  }

  /** The newest version that was made from this. */
  public Optional<Long> versionOf(String hash) {
    return versions.stream()
        .filter(v -> v.hash().equals(hash))
        .map(Version::number)
        .max(Long::compare);
  }
}
