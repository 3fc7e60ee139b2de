package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

@Tag("server")
class CreationAcceptanceTest {

  @Test
  void shouldMakeAGroupWithHooksTagsAndTemplateOfAnExample() {
    try (TestCluster cluster = TestCluster.apply("created")) {
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
              tuple("natsfleet:owner", fleet() + "/default/created"),
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

  /** What the fleet is called while nobody has given it a name. */
  private static String fleet() {
    return OperatorTestbed.kubernetes()
        .namespaces()
        .withName("kube-system")
        .get()
        .getMetadata()
        .getUid();
  }

  private static List<LifecycleHook> hooks(TestCluster cluster) {
    return OperatorTestbed.aws()
        .clients()
        .autoScaling()
        .describeLifecycleHooks(r -> r.autoScalingGroupName(cluster.group()))
        .lifecycleHooks();
  }
}
