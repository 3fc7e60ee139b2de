package dev.natsfleet.local.smoke;

import dev.natsfleet.local.client.Crossing;
import dev.natsfleet.local.client.Listener;
import dev.natsfleet.local.client.Pair;
import dev.natsfleet.local.client.Reachable;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.fleet.Programs;
import dev.natsfleet.local.proc.Await;
import dev.natsfleet.local.proc.Command;
import dev.natsfleet.local.view.AwsInstance;
import dev.natsfleet.local.view.ClusterView;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The steps, in their order. Their limits are those that issue 3 sets.
 *
 * @param fleet a fleet without a cluster
 * @param cluster the cluster of the example
 * @param scorecard where the seconds go
 */
record SmokeRun(LocalFleet fleet, ClusterView cluster, Scorecard scorecard) {

  private static final Duration READY = Duration.ofSeconds(20);
  private static final Duration SERVES_AGAIN = Duration.ofSeconds(3);
  private static final Duration IN_THE_MESH = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final int NODES = 3;

  void run() {
    apply();
    scorecard.time("messages-cross", this::cross);
    killServer();
    terminateInstance();
    scorecard.time("scale-3-to-5", () -> scale(5));
    scorecard.time("messages-cross-5", this::cross);
    scorecard.time("scale-5-to-3", () -> scale(NODES));
    scorecard.time("delete", this::delete);
  }

  private void apply() {
    Milestones milestones = Arrival.of(cluster, NODES);
    fleet.kubectl().run("apply", "--filename", example());
    milestones.reach(PATIENCE).forEach((name, after) -> scorecard.note("ready." + name, after));
    scorecard.require("ready.ready", READY);
  }

  private void cross() {
    Set<Pair> missing = Crossing.missing(cluster.kubernetes().servers(), Duration.ofSeconds(10));
    if (!missing.isEmpty()) {
      throw new IllegalStateException("messages do not cross between " + missing);
    }
  }

  private void killServer() {
    String url = cluster.kubernetes().servers().getFirst();
    String instance = instanceAt(url);
    List<ProcessHandle> killed = cluster.machines().natsServers(instance);
    scorecard.time(
        "killed-server-serves",
        () -> {
          cluster.machines().killNatsServer(instance);
          Reachable.await(url, PATIENCE);
        });
    scorecard.require("killed-server-serves", SERVES_AGAIN);
    if (killed.equals(cluster.machines().natsServers(instance))) {
      throw new IllegalStateException("the server at " + url + " was not killed");
    }
    scorecard.time("killed-server-in-the-mesh", this::cross);
    awaitMesh();
  }

  private void terminateInstance() {
    List<String> servers = cluster.kubernetes().servers();
    String victim = instanceAt(servers.getFirst());
    try (Listener listener = Listener.start(servers.getFirst(), servers.getLast())) {
      Set<String> before = Replacement.present(cluster);
      long start = System.nanoTime();
      awsTerminate(victim);
      Replacement replacement = Replacement.await(cluster, victim, before, PATIENCE);
      awaitMesh();
      scorecard.note("replaced", Duration.ofNanos(System.nanoTime() - start));
      scorecard.note("replaced.running-to-serving", replacement.runningToServing());
      scorecard.note("replaced.longest-gap", listener.longestGap());
    }
    scorecard.require("replaced.running-to-serving", IN_THE_MESH);
    scorecard.require("replaced.longest-gap", IN_THE_MESH);
    cross();
  }

  private void awsTerminate(String instance) {
    new Command(
            List.of(
                Programs.aws().toString(),
                "autoscaling",
                "terminate-instance-in-auto-scaling-group",
                "--instance-id",
                instance,
                "--no-should-decrement-desired-capacity"),
            fleet.environment())
        .run();
  }

  private void scale(int nodes) {
    fleet.kubectl().run("scale", "natscluster/" + cluster.id().name(), "--replicas=" + nodes);
    Await.until(nodes + " nodes and no more", () -> cluster.settledAt(nodes), PATIENCE, this::seen);
  }

  private void delete() {
    List<String> instances = cluster.aws().running().stream().map(AwsInstance::instanceId).toList();
    fleet.kubectl().run("delete", "--filename", example(), "--timeout=180s");
    List<String> left = Leftovers.of(cluster, instances);
    if (!left.isEmpty()) {
      throw new IllegalStateException("left over after the deletion: " + left);
    }
  }

  private void awaitMesh() {
    Await.until(
        "three nodes in the mesh",
        () -> cluster.kubernetes().settledAt(NODES) && cluster.meshed(NODES),
        PATIENCE,
        this::seen);
  }

  private String seen() {
    return "seen is " + cluster.kubernetes().status();
  }

  private String instanceAt(String url) {
    return cluster.aws().running().stream()
        .filter(instance -> url.contains("//" + instance.privateIpAddress() + ":"))
        .map(AwsInstance::instanceId)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no instance runs at " + url));
  }

  private static String example() {
    return Programs.root().resolve("examples/nats-cluster.yaml").toString();
  }
}
