package dev.natsfleet.operator.port;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A launch template as it is.
 *
 * @param id given by EC2, and never used again
 * @param owner value of its tag {@code natsfleet:owner}, or null if it has none
 * @param defaultVersion number of its default version
 * @param versions all of them
 */
public record LaunchTemplate(
    String id, @Nullable String owner, long defaultVersion, List<Version> versions) {

  public LaunchTemplate {
    versions = List.copyOf(versions);
  }

  /**
   * One version.
   *
   * @param number given by EC2, never used again
   * @param hash of what it was made from
   * @param pin of the request for which a parameter was resolved to its image, or an empty string
   * @param image AMI id, or an empty string if it names none
   */
  public record Version(long number, String hash, String pin, String image) {

    private static final String SEPARATOR = "/";

    /** The version as EC2 describes it. */
    public static Version of(long number, @Nullable String description, @Nullable String image) {
      String[] parts = (description == null ? "" : description).split(SEPARATOR, 2);
      return new Version(
          number, parts[0], parts.length > 1 ? parts[1] : "", image == null ? "" : image);
    }

    /** Hash and pin as they stand in the version's description. */
    public String description() {
      return pin.isEmpty() ? hash : hash + SEPARATOR + pin;
    }
  }

  /** The version of this number. */
  public Optional<Version> version(long number) {
    return versions.stream().filter(v -> v.number() == number).findFirst();
  }

  /** The newest version with this description. */
  public Optional<Version> version(String description) {
    return versions.stream()
        .filter(version -> version.description().equals(description))
        .max(Comparator.comparing(Version::number));
  }
}
