package dev.natsfleet.local.fleet;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a fleet is started.
 *
 * @param directory of everything it writes
 * @param kubeconfig of a Kubernetes that is there, or null for an API server of its own
 * @param progress where it tells what it does
 */
public record FleetOptions(Path directory, @Nullable Path kubeconfig, PrintStream progress) {

  /**
   * As a user starts it: a new directory under the repository's {@code target}, and the Kubernetes
   * of {@code KUBECONFIG} if that is set.
   */
  public static FleetOptions from(Map<String, String> environment, PrintStream progress) {
    String kubeconfig = environment.getOrDefault("KUBECONFIG", "");
    return new FleetOptions(
        newDirectory(), kubeconfig.isBlank() ? null : Path.of(kubeconfig), progress);
  }

  private static Path newDirectory() {
    try {
      Path target = Files.createDirectories(Programs.root().resolve("local/target"));
      return Files.createTempDirectory(target, "fleet-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
