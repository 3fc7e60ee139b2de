package dev.natsfleet.local.fleet;

import dev.natsfleet.local.cloud.world.Realism;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options with which a fleet is started.
 *
 * @param directory where it writes all files
 * @param kubeconfig kubeconfig of an existing Kubernetes, or null to start an API server
 * @param progress where it prints its progress
 * @param realism how much of AWS's inconvenient behaviour its cloud shows
 */
public record FleetOptions(
    Path directory, @Nullable Path kubeconfig, PrintStream progress, Realism realism) {

  private static final String KUBECONFIG = "--kubeconfig";
  private static final String REALISM = "--like-aws";

  /**
   * Options from the command line: a new directory under the repository's {@code target}, and an
   * existing Kubernetes only if it is named. The environment variable {@code KUBECONFIG} is
   * ignored: a fleet applies CRDs, and the variable may point at a production cluster.
   *
   * @param arguments {@code --kubeconfig} and a file, {@code --like-aws}, both or none
   * @throws IllegalArgumentException if there are other arguments, or the file does not exist
   */
  public static FleetOptions from(List<String> arguments, PrintStream progress) {
    List<String> rest = new ArrayList<>(arguments);
    Realism realism = rest.remove(REALISM) ? Realism.LIKE_AWS : Realism.NONE;
    if (rest.isEmpty()) {
      return new FleetOptions(newDirectory(), null, progress, realism);
    }
    if (rest.size() != 2 || !rest.getFirst().equals(KUBECONFIG)) {
      throw new IllegalArgumentException(
          "the options are "
              + KUBECONFIG
              + " FILE and "
              + REALISM
              + ", not "
              + String.join(" ", arguments));
    }
    Path kubeconfig = Path.of(rest.getLast()).toAbsolutePath();
    if (!Files.isRegularFile(kubeconfig)) {
      throw new IllegalArgumentException("there is no file " + kubeconfig);
    }
    return new FleetOptions(newDirectory(), kubeconfig, progress, realism);
  }

  /** The same options with this realism. */
  public FleetOptions with(Realism other) {
    return new FleetOptions(directory, kubeconfig, progress, other);
  }

  private static Path newDirectory() {
    try {
      Path target = Files.createDirectories(ProjectPrograms.root().resolve("local/target"));
      return Files.createTempDirectory(target, "fleet-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
