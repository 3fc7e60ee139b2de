package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.local.proc.Await;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

class CreationTest {

  @Test
  void shouldMakeAGroupWithHooksTagsAndTemplateOfAnExample() {
    try (Cluster cluster = Cluster.apply("created")) {
      // When
      cluster.awaitReady(3);

      // Then
      AutoScalingGroup group = cluster.seen();
      assertThat(group.instances()).hasSize(3).allMatch(i -> i.protectedFromScaleIn());
      assertThat(group.suspendedProcesses())
          .extracting(SuspendedProcess::processName)
          .containsExactly("AZRebalance");
      assertThat(group.tags())
          .allMatch(TagDescription::propagateAtLaunch)
          .extracting(TagDescription::key, TagDescription::value)
          .contains(
              tuple("natsfleet:cluster", "default/created"),
              tuple("natsfleet:pool", "core"),
              tuple("natsfleet:owner", cluster.object().getMetadata().getUid()),
              tuple("team", "payments"));
      assertThat(hooks(cluster))
          .extracting(
              LifecycleHook::lifecycleHookName,
              LifecycleHook::heartbeatTimeout,
              LifecycleHook::defaultResult)
          .containsExactlyInAnyOrder(
              tuple("natsfleet-launch", 300, "ABANDON"),
              tuple("natsfleet-terminate", 900, "CONTINUE"));
    }
  }

  @Test
  void shouldSendApplicationsToTheServingNodes() {
    try (Cluster cluster = Cluster.apply("found")) {
      // When
      cluster.awaitReady(3);

      // Then
      assertThat(cluster.status().orElseThrow().endpoints())
          .hasSize(4)
          .startsWith("nats://found.default.svc:4222");
      EndpointSlice loopback =
          Lab.kubernetes()
              .discovery()
              .v1()
              .endpointSlices()
              .inNamespace("default")
              .withName("found-fqdn")
              .get();
      assertThat(loopback.getMetadata().getLabels())
          .containsEntry("kubernetes.io/service-name", "found");
      assertThat(loopback.getEndpoints()).hasSize(3);
    }
  }

  @Test
  void shouldWriteStatusWithoutTouchingTheSpecification() {
    try (Cluster cluster = Cluster.apply("untouched")) {
      // Given
      NatsCluster applied = cluster.object();

      // When
      cluster.awaitReady(3);

      // Then
      NatsCluster now = cluster.object();
      assertThat(now.getSpec()).isEqualTo(applied.getSpec());
      assertThat(now.getMetadata().getGeneration()).isEqualTo(1);
      assertThat(now.getMetadata().getManagedFields())
          .filteredOn(entry -> entry.getManager().equals("natsfleet"))
          .singleElement()
          .satisfies(CreationTest::ownsStatusOnly);
    }
  }

  @Test
  void shouldRestWhenThereIsNothingToDo() {
    try (Cluster cluster = Cluster.apply("resting")) {
      // Given
      cluster.awaitReady(3);
      long settled = Lab.operator().counts().passes();

      // When
      Duration twoPasses =
          Await.until(
              "two passes",
              () -> Lab.operator().counts().passes() >= settled + 2,
              Duration.ofSeconds(60),
              () -> Lab.operator().counts().toString());

      // Then
      assertThat(twoPasses).isGreaterThan(Duration.ofSeconds(14));
    }
  }

  private static void ownsStatusOnly(ManagedFieldsEntry entry) {
    assertThat(entry.getSubresource()).isEqualTo("status");
    assertThat(entry.getFieldsV1().getAdditionalProperties()).containsOnlyKeys("f:status");
  }

  private static List<LifecycleHook> hooks(Cluster cluster) {
    return Lab.aws()
        .clients()
        .autoScaling()
        .describeLifecycleHooks(r -> r.autoScalingGroupName(cluster.group()))
        .lifecycleHooks();
  }
}
