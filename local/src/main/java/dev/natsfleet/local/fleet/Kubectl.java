package dev.natsfleet.local.fleet;

import dev.natsfleet.local.proc.ExternalCommand;
import dev.natsfleet.local.servers.PinnedTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * kubectl for one Kubernetes cluster.
 *
 * @param program path of kubectl
 * @param kubeconfig kubeconfig of the cluster
 */
public record Kubectl(Path program, Path kubeconfig) {

  /** The pinned kubectl. */
  public static Kubectl of(Path kubeconfig) {
    return new Kubectl(PinnedTool.KUBECTL.path(), kubeconfig);
  }

  /**
   * Runs kubectl and returns its output.
   *
   * @throws IllegalStateException with its output if it fails
   */
  public String run(String... arguments) {
    return command(arguments).run();
  }

  /** The command without running it, for a caller that expects a failure. */
  public ExternalCommand command(String... arguments) {
    List<String> argv = new ArrayList<>(List.of(program.toString()));
    argv.addAll(List.of(arguments));
    return new ExternalCommand(
        argv,
        Map.of(
            "KUBECONFIG", kubeconfig.toString(),
            "KUBECACHEDIR", kubeconfig.resolveSibling("kubectl-cache").toString()));
  }
}
