package dev.natsfleet.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.proc.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/**
 * What must not change in a running cluster, whatever happens to its registry or to a clock.
 *
 * @param trial the cluster
 * @param instances ids, all of them in service and healthy
 * @param servers processes of the nats-servers
 * @param endpoints addresses to which the cluster's Service leads
 * @param urls the same as the status gives them to applications
 */
record Steady(
    Trial trial,
    List<String> instances,
    Set<ProcessHandle> servers,
    Set<String> endpoints,
    List<String> urls) {

  /** As it is now. */
  static Steady of(Trial trial) {
    List<String> instances = trial.instances();
    return new Steady(
        trial,
        instances,
        instances.stream()
            .flatMap(id -> trial.view().machines().natsServers(id).stream())
            .collect(Collectors.toSet()),
        trial.view().kubernetes().endpoints(),
        urls(trial));
  }

  /** Without the server of this instance, which the test is about to kill. */
  Steady withoutServerOf(String instance) {
    List<ProcessHandle> victims = trial.view().machines().natsServers(instance);
    Set<ProcessHandle> others =
        servers.stream().filter(s -> !victims.contains(s)).collect(Collectors.toSet());
    return new Steady(trial, instances, others, endpoints, urls);
  }

  /** Looks again and again for so long whether anything has changed. */
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
    assertThat(trial.view().kubernetes().endpoints()).isEqualTo(endpoints);
    assertThat(urls(trial)).isEqualTo(urls);
  }

  private static List<String> urls(Trial trial) {
    return trial.view().kubernetes().status().orElseThrow().endpoints();
  }

  private List<String> healthy() {
    return instances.stream().map(id -> id + " Healthy InService").toList();
  }

  private List<String> health() {
    return trial.view().aws().group().map(AutoScalingGroup::instances).orElseThrow().stream()
        .map(m -> m.instanceId() + " " + m.healthStatus() + " " + m.lifecycleStateAsString())
        .sorted()
        .toList();
  }
}
