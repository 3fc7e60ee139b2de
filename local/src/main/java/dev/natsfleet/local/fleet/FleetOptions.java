package dev.natsfleet.local.fleet;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a fleet is started.
 *
 * @param directory of everything it writes
 * @param kubeconfig of a Kubernetes that is there, or null for an API server of its own
 * @param progress where it tells what it does
 */
public record FleetOptions(Path directory, @Nullable Path kubeconfig, PrintStream progress) {

  private static final String KUBECONFIG = "--kubeconfig";

  /**
   * As a user starts it: a new directory under the repository's {@code target}, and a Kubernetes
   * that is there only if it is named here. The environment is not asked: a fleet applies CRDs, and
   * whoever works with a production cluster has its {@code KUBECONFIG} exported.
   *
   * @param arguments none, or {@code --kubeconfig} and a file
   * @throws IllegalArgumentException if they are others, or there is no such file
   */
  public static FleetOptions from(List<String> arguments, PrintStream progress) {
    if (arguments.isEmpty()) {
      return new FleetOptions(newDirectory(), null, progress);
    }
    if (arguments.size() != 2 || !arguments.getFirst().equals(KUBECONFIG)) {
      throw new IllegalArgumentException(
          "the only option is " + KUBECONFIG + " FILE, not " + String.join(" ", arguments));
    }
    Path kubeconfig = Path.of(arguments.getLast()).toAbsolutePath();
    if (!Files.isRegularFile(kubeconfig)) {
      throw new IllegalArgumentException("there is no file " + kubeconfig);
    }
    return new FleetOptions(newDirectory(), kubeconfig, progress);
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
