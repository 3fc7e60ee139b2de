package dev.natsfleet.operator.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chart, installed with the image that {@code make image} has built. */
record ChartRelease(KubernetesNode node) {

  private static final String NAMESPACE = "natsfleet";

  /** As {@code make kubernetes} calls it; a name without a host would be looked for elsewhere. */
  private static final String REGISTRY = "natsfleet.test";

  /** The path inside the image. */
  private static final String JAVA = "/opt/java/bin/java";

  private static final String CHART = OperatorTestbed.ROOT.resolve("helm/natsfleet").toString();

  /** Installs it in a namespace that admits no pod with more rights than it needs. */
  static ChartRelease install(KubernetesNode node, Map<String, String> environment) {
    node.kubectl("create", "namespace", NAMESPACE);
    node.kubectl("label", "namespace", NAMESPACE, "pod-security.kubernetes.io/enforce=restricted");
    List<String> argv = new ArrayList<>(List.of("install", "natsfleet", CHART, "--wait"));
    argv.addAll(List.of("--namespace", NAMESPACE, "--timeout", "90s"));
    argv.addAll(List.of("--set", "image.registry=" + REGISTRY));
    int i = 0;
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      argv.add("--set");
      argv.add("extraEnv[%d].name=%s".formatted(i, variable.getKey()));
      argv.add("--set");
      argv.add("extraEnv[%d].value=%s".formatted(i, variable.getValue()));
      i++;
    }
    node.helm(argv.toArray(String[]::new));
    return new ChartRelease(node);
  }

  /** Other pods take the place of those that run. */
  void upgrade() {
    node.helm(
        "upgrade",
        "natsfleet",
        CHART,
        "--namespace",
        NAMESPACE,
        "--reuse-values",
        "--set",
        "podAnnotations.upgrade=again",
        "--wait",
        "--timeout",
        "90s");
  }

  /** {@code helm test}, and what it says. */
  String test() {
    return node.helm("test", "natsfleet", "--namespace", NAMESPACE, "--timeout", "90s");
  }

  /** What Helm says about it. */
  String uninstall() {
    return node.helm("uninstall", "natsfleet", "--namespace", NAMESPACE, "--wait");
  }

  /** Names of the pods that are ready. */
  List<String> readyPods() {
    String pods =
        node.kubectl(
            "get",
            "pods",
            "--namespace",
            NAMESPACE,
            "--output",
            "jsonpath={range .items[*]}{.metadata.name} {.status.containerStatuses[0].ready}{\"\\n\"}{end}");
    return pods.lines()
        .filter(line -> line.endsWith(" true"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  /** Who leads, as it stands in the Lease. */
  String holder() {
    return node.kubectl(
        "get",
        "lease",
        "natsfleet",
        "--namespace",
        NAMESPACE,
        "--output",
        "jsonpath={.spec.holderIdentity}");
  }

  /** Ends the leader's process with SIGKILL. */
  void killLeader() throws IOException {
    String pod = holder().replaceFirst("_.*", "");
    for (ProcessHandle process : operators()) {
      if (environment(process).contains("NATSFLEET_REPLICA=" + pod)) {
        process.destroyForcibly();
        return;
      }
    }
    throw new IllegalStateException("no process of " + pod);
  }

  /** Those that run from the image. */
  private static List<ProcessHandle> operators() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().filter(JAVA::equals).isPresent())
        .toList();
  }

  private static List<String> environment(ProcessHandle process) throws IOException {
    Path environment = Path.of("/proc/" + process.pid() + "/environ");
    return List.of(Files.readString(environment, ISO_8859_1).split("\0"));
  }
}
