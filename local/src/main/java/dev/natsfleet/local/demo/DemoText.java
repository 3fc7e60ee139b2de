package dev.natsfleet.local.demo;

import dev.natsfleet.crds.NatsClusterStatus.NodeStatus;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.fleet.ProjectPrograms;
import dev.natsfleet.local.view.ClusterView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The texts that the demo prints once its cluster is ready. */
final class DemoText {

  // A page of text reads better outside the method that fills it in.
  @SuppressWarnings("InlineFormatString")
  private static final String THINGS_TO_TRY =
      """

      In another terminal, from %s:

        source %s

      1. Publish and subscribe
        nats=$(tools/tool nats)
        $nats --server %s subscribe 'greetings.>' &
        $nats --server %s publish greetings.world hello

      2. Terminate a node and watch its replacement
        aws autoscaling terminate-instance-in-auto-scaling-group --no-should-decrement-desired-capacity \\
          --instance-id %s
        kubectl get natscluster %s --watch

      3. Scale
        kubectl scale natscluster/%s --replicas=5

      Logs of everything: %s
      Ctrl-C ends it all.
      """;

  private DemoText() {}

  static String nodes(List<NodeStatus> nodes) {
    return nodes.stream()
        .map(
            node ->
                String.format(
                    Locale.ROOT,
                    "  %-20s %-11s %-12s %-10s %-8s %s",
                    node.instance(),
                    node.zone(),
                    node.ip(),
                    node.state(),
                    node.routes(),
                    node.version()))
        .collect(Collectors.joining("\n"));
  }

  static String thingsToTry(LocalFleet fleet, ClusterView cluster) {
    List<String> urls = cluster.kubernetes().servers();
    String instance = cluster.aws().running().getFirst().instanceId();
    String name = cluster.id().name();
    return THINGS_TO_TRY.formatted(
        ProjectPrograms.root(),
        fleet.directory().resolve("env"),
        urls.getFirst(),
        urls.getLast(),
        instance,
        name,
        name,
        fleet.directory());
  }
}
