package dev.natsfleet.local.smoke;

import dev.natsfleet.local.client.DeliveryGapProbe;
import dev.natsfleet.local.client.PairwiseDelivery;
import dev.natsfleet.local.client.ServerPair;
import dev.natsfleet.local.client.ServerProbe;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.fleet.ProjectPrograms;
import dev.natsfleet.local.proc.ExternalCommand;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.view.AwsInstance;
import dev.natsfleet.local.view.ClusterView;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The steps of the smoke run in their order, with their time limits.
 *
 * @param fleet a fleet without a cluster
 * @param cluster the cluster of the example
 * @param timings records the duration of each step
 */
record SmokeRun(LocalFleet fleet, ClusterView cluster, StepTimings timings) {

  private static final Duration READY = Duration.ofSeconds(20);
  private static final Duration SERVES_AGAIN = Duration.ofSeconds(3);
  private static final Duration IN_THE_MESH = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final int NODES = 3;

  void run() {
    apply();
    timings.time("messages-cross", this::checkDelivery);
    killServer();
    terminateInstance();
    timings.time("scale-3-to-5", () -> scale(5));
    timings.time("messages-cross-5", this::checkDelivery);
    timings.time("scale-5-to-3", () -> scale(NODES));
    timings.time("delete", this::delete);
  }

  private void apply() {
    Milestones milestones = ReadyMilestones.of(cluster, NODES);
    fleet.kubectl().run("apply", "--filename", example());
    milestones.await(PATIENCE).forEach((name, after) -> timings.record("ready." + name, after));
    timings.requireWithin("ready.ready", READY);
  }

  private void checkDelivery() {
    Set<ServerPair> missing =
        PairwiseDelivery.missing(cluster.kubernetes().servers(), Duration.ofSeconds(10));
    if (!missing.isEmpty()) {
      throw new IllegalStateException("no message was delivered between " + missing);
    }
  }

  private void killServer() {
    String url = cluster.kubernetes().servers().getFirst();
    String instance = instanceAt(url);
    List<ProcessHandle> killed = cluster.machines().natsServers(instance);
    timings.time(
        "killed-server-serves",
        () -> {
          cluster.machines().killNatsServer(instance);
          ServerProbe.await(url, PATIENCE);
        });
    timings.requireWithin("killed-server-serves", SERVES_AGAIN);
    if (killed.equals(cluster.machines().natsServers(instance))) {
      throw new IllegalStateException("the server at " + url + " was not killed");
    }
    timings.time("killed-server-in-the-mesh", this::checkDelivery);
    awaitMesh();
  }

  private void terminateInstance() {
    List<String> servers = cluster.kubernetes().servers();
    String terminated = instanceAt(servers.getFirst());
    try (DeliveryGapProbe probe = DeliveryGapProbe.start(servers.getFirst(), servers.getLast())) {
      Set<String> before = InstanceReplacement.instanceIds(cluster);
      long start = System.nanoTime();
      awsTerminate(terminated);
      InstanceReplacement replacement =
          InstanceReplacement.await(cluster, terminated, before, PATIENCE);
      awaitMesh();
      timings.record("replaced", Duration.ofNanos(System.nanoTime() - start));
      timings.record("replaced.running-to-serving", replacement.runningToServing());
      timings.record("replaced.longest-gap", probe.longestGap());
    }
    timings.requireWithin("replaced.running-to-serving", IN_THE_MESH);
    timings.requireWithin("replaced.longest-gap", IN_THE_MESH);
    checkDelivery();
  }

  private void awsTerminate(String instance) {
    new ExternalCommand(
            List.of(
                ProjectPrograms.aws().toString(),
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
    Await.until(
        "scaling to " + nodes + " nodes",
        () -> cluster.isSettledAt(nodes),
        PATIENCE,
        this::describeStatus);
  }

  private void delete() {
    List<String> instances = cluster.aws().running().stream().map(AwsInstance::instanceId).toList();
    fleet.kubectl().run("delete", "--filename", example(), "--timeout=180s");
    List<String> left = RemainingResources.of(cluster, instances);
    if (!left.isEmpty()) {
      throw new IllegalStateException("the deletion left behind: " + left);
    }
  }

  private void awaitMesh() {
    Await.until(
        "a mesh of three nodes",
        () -> cluster.kubernetes().isSettledAt(NODES) && cluster.isMeshed(NODES),
        PATIENCE,
        this::describeStatus);
  }

  private String describeStatus() {
    return "the status is " + cluster.kubernetes().status();
  }

  private String instanceAt(String url) {
    return cluster.aws().running().stream()
        .filter(instance -> url.contains("//" + instance.privateIpAddress() + ":"))
        .map(AwsInstance::instanceId)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no instance runs at " + url));
  }

  private static String example() {
    return ProjectPrograms.root().resolve("examples/nats-cluster.yaml").toString();
  }
}
