package dev.natsfleet.local.fleet;

import dev.natsfleet.local.proc.Command;
import dev.natsfleet.local.servers.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * kubectl against one cluster, as a user has it.
 *
 * @param program where it is
 * @param kubeconfig which cluster
 */
public record Kubectl(Path program, Path kubeconfig) {

  /** The pinned kubectl. */
  public static Kubectl of(Path kubeconfig) {
    return new Kubectl(Tool.KUBECTL.path(), kubeconfig);
  }

  /**
   * Runs it and gives its standard output.
   *
   * @throws IllegalStateException with what it said, if it fails
   */
  public String run(String... arguments) {
    return command(arguments).run();
  }

  /** The command, for a caller that expects a failure. */
  public Command command(String... arguments) {
    List<String> argv = new ArrayList<>(List.of(program.toString()));
    argv.addAll(List.of(arguments));
    return new Command(
        argv,
        Map.of(
            "KUBECONFIG", kubeconfig.toString(),
            "KUBECACHEDIR", kubeconfig.resolveSibling("kubectl-cache").toString()));
  }
}
