package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.proc.ExternalCommand;
import dev.natsfleet.local.servers.PinnedTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kubernetes of one node that runs pods, in namespaces of its own. Needs root. */
final class KubernetesNode implements AutoCloseable {

  /** This machine as the pods see it. */
  private static final String HOST = "10.99.0.1";

  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final List<FreezableRelay> relays = new ArrayList<>();
  private final Map<String, String> environment;

  private KubernetesNode(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Starts it and waits until the node is ready. */
  static KubernetesNode start() {
    script("up");
    String kubeconfig = script("kubeconfig").strip();
    return new KubernetesNode(Map.of("KUBECONFIG", kubeconfig));
  }

  /** Lets pods reach a server of this machine's loopback, and returns where. */
  String reachable(URI server) throws IOException {
    FreezableRelay relay =
        new FreezableRelay(server.getHost(), server.getPort(), InetAddress.getByName(HOST));
    relays.add(relay);
    return "http://" + HOST + ":" + relay.port();
  }

  String kubectl(String... arguments) {
    return run(PinnedTool.KUBECTL, arguments);
  }

  String helm(String... arguments) {
    return run(PinnedTool.HELM, arguments);
  }

  private String run(PinnedTool tool, String... arguments) {
    List<String> argv = new ArrayList<>(List.of(tool.path().toString()));
    argv.addAll(List.of(arguments));
    return new ExternalCommand(argv, environment).run();
  }

  @Override
  public void close() throws IOException {
    for (FreezableRelay relay : relays) {
      relay.close();
    }
    script("down");
  }

  private static String script(String verb) {
    String node = OperatorTestbed.ROOT.resolve("build/kubernetes-node").toString();
    ExternalCommand.CommandOutcome outcome =
        new ExternalCommand(List.of(node, verb), Map.of()).execute(LIMIT);
    if (outcome.code() != 0) {
      throw new IllegalStateException(verb + ": " + outcome.output());
    }
    return outcome.output();
  }
}
