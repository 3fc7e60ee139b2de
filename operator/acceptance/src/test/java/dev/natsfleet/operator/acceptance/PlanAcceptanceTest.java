package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plan that a watch on the object shows. */
@Tag("server")
class PlanAcceptanceTest {

  @Test
  void shouldShowEachStepBeforeItIsMade() {
    // Given
    List<List<String>> plans = new CopyOnWriteArrayList<>();
    try (Watch watch = watch("planned", plans);
        TestCluster cluster = TestCluster.apply("planned").awaitReady(3)) {
      // When
      cluster.patch("{\"core\":{\"desired\":4}}");
      cluster.awaitReady(4);

      // Then
      assertThat(watch).isNotNull();
      assertThat(plans.getFirst())
          .startsWith("create template version")
          .contains("create the Auto Scaling group", "create the tables", "set size 0 <= 3 <= 20");
      assertThat(plans).contains(List.of("set size 0 <= 4 <= 20"));
      assertThat(cluster.status().orElseThrow().plan()).isEmpty();
    }
  }

  private static Watch watch(String name, List<List<String>> plans) {
    return OperatorTestbed.kubernetes()
        .resources(NatsCluster.class)
        .inNamespace("default")
        .withName(name)
        .watch(
            new Watcher<>() {
              @Override
              public void eventReceived(Action action, NatsCluster seen) {
                if (seen.getStatus() != null && !seen.getStatus().plan().isEmpty()) {
                  plans.add(
                      seen.getStatus().plan().stream()
                          .map(PlannedStep::step)
                          .map(step -> step.replaceFirst("(version) \\w+$", "$1"))
                          .toList());
                }
              }

              @Override
              public void onClose(WatcherException cause) {
                throw new IllegalStateException(cause);
              }
            });
  }
}
