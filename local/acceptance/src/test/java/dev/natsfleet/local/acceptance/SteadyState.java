package dev.natsfleet.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/**
 * The state of a running cluster that must not change when its registry or a clock fails.
 *
 * @param cluster the cluster
 * @param instances ids of its instances, all in service and healthy
 * @param servers its nats-server processes
 * @param endpoints addresses behind the cluster's Service
 * @param urls the endpoints in the status
 */
record SteadyState(
    ClusterUnderTest cluster,
    List<String> instances,
    Set<ProcessHandle> servers,
    Set<String> endpoints,
    List<String> urls) {

  /** The present state. */
  static SteadyState of(ClusterUnderTest cluster) {
    List<String> instances = cluster.instances();
    return new SteadyState(
        cluster,
        instances,
        instances.stream()
            .flatMap(id -> cluster.view().machines().natsServers(id).stream())
            .collect(Collectors.toSet()),
        cluster.view().kubernetes().endpoints(),
        urls(cluster));
  }

  /** The same state without the server of this instance, which the test is about to kill. */
  SteadyState withoutServerOf(String instance) {
    List<ProcessHandle> stopped = cluster.view().machines().natsServers(instance);
    Set<ProcessHandle> others =
        servers.stream().filter(s -> !stopped.contains(s)).collect(Collectors.toSet());
    return new SteadyState(cluster, instances, others, endpoints, urls);
  }

  /** Checks repeatedly for this time that nothing changes. */
  void holdFor(Duration time) {
    long start = System.nanoTime();
    Await.until(
        "the end of " + time,
        () -> {
          check();
          return System.nanoTime() - start >= time.toNanos();
        },
        time.plusMinutes(1),
        () -> "a look takes too long");
  }

  private void check() {
    assertThat(servers).as("a nats-server has ended").allMatch(ProcessHandle::isAlive);
    assertThat(health()).as("not healthy in service").isEqualTo(healthy());
    assertThat(cluster.view().kubernetes().endpoints()).isEqualTo(endpoints);
    assertThat(urls(cluster)).isEqualTo(urls);
  }

  private static List<String> urls(ClusterUnderTest cluster) {
    return cluster.view().kubernetes().status().orElseThrow().endpoints();
  }

  private List<String> healthy() {
    return instances.stream().map(id -> id + " Healthy InService").toList();
  }

  private List<String> health() {
    return cluster.view().aws().group().map(AutoScalingGroup::instances).orElseThrow().stream()
        .map(m -> m.instanceId() + " " + m.healthStatus() + " " + m.lifecycleStateAsString())
        .sorted()
        .toList();
  }
}
