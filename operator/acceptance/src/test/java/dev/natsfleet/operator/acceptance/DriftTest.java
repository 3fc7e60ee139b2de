package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.proc.Await;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Tag;

/** Somebody changes the group by hand. */
class DriftTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** What somebody did to which field, and how the group looks when corrected. */
  record Drift(
      String field,
      BiConsumer<AutoScalingClient, String> interference,
      Predicate<AutoScalingGroup> corrected) {

    void interfere(Cluster cluster) {
      interference.accept(Lab.aws().clients().autoScaling(), cluster.group());
    }

    void awaitCorrected(Cluster cluster) {
      await(field + " corrected", () -> corrected.test(cluster.seen()));
    }
  }

  static final List<Drift> DRIFTS =
      List.of(
          new Drift(
              "vpcZoneIdentifier",
              (aws, group) ->
                  aws.updateAutoScalingGroup(
                      r ->
                          r.autoScalingGroupName(group)
                              .vpcZoneIdentifier("subnet-0a1b2c3d4e5f60001")),
              group -> group.vpcZoneIdentifier().split(",", -1).length == 3),
          new Drift(
              "tags",
              (aws, group) -> aws.createOrUpdateTags(r -> r.tags(team(group, "marketing"))),
              group -> group.tags().stream().anyMatch(tag -> tag.value().equals("payments"))),
          new Drift(
              "newInstancesProtectedFromScaleIn",
              (aws, group) ->
                  aws.updateAutoScalingGroup(
                      r -> r.autoScalingGroupName(group).newInstancesProtectedFromScaleIn(false)),
              AutoScalingGroup::newInstancesProtectedFromScaleIn),
          new Drift(
              "suspendedProcesses",
              (aws, group) ->
                  aws.suspendProcesses(
                      r -> r.autoScalingGroupName(group).scalingProcesses("ReplaceUnhealthy")),
              group -> group.suspendedProcesses().size() == 1),
          new Drift(
              "lifecycleHooks",
              (aws, group) ->
                  aws.putLifecycleHook(
                      r ->
                          r.autoScalingGroupName(group)
                              .lifecycleHookName("natsfleet-launch")
                              .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING")
                              .heartbeatTimeout(60)),
              group -> timeout(group.autoScalingGroupName()) == 300),
          new Drift(
              "size",
              (aws, group) ->
                  aws.updateAutoScalingGroup(r -> r.autoScalingGroupName(group).maxSize(7)),
              group -> group.maxSize() == 20));

  @Test
  void shouldCorrectWhatSomebodyChangedAndNameIt() {
    try (Cluster cluster = Cluster.apply("drifting").awaitReady(3)) {
      // When
      DRIFTS.forEach(drift -> drift.interfere(cluster));

      // Then
      DRIFTS.forEach(drift -> drift.awaitCorrected(cluster));
      await("the size named", () -> !cluster.events("Scaling").isEmpty());
      assertThat(cluster.events("Scaling")).singleElement().asString().contains("0 <= 3 <= 7");
      assertThat(cluster.events("CorrectingDrift"))
          .extracting(note -> note.replaceFirst("correct (\\S+):.*", "$1"))
          .contains(
              "vpcZoneIdentifier",
              "tags",
              "newInstancesProtectedFromScaleIn",
              "suspendedProcesses",
              "lifecycleHooks");
      cluster.awaitReady(3);
    }
  }

  @Test
  void shouldLeaveDriftAloneWhilePaused() {
    try (Cluster cluster = Cluster.apply("paused").awaitReady(3)) {
      // Given
      cluster.patch("{\"paused\":true}");
      cluster.await("paused", status -> status.phase().equals("Paused"));

      // When
      DRIFTS.getLast().interfere(cluster);
      cluster.await("a plan", status -> !status.plan().isEmpty());

      // Then
      assertThat(cluster.seen().maxSize()).isEqualTo(7);
      assertThat(cluster.condition("Paused").status()).isEqualTo("True");
      cluster.patch("{\"paused\":false}");
      DRIFTS.getLast().awaitCorrected(cluster);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    Await.until(what, condition, LIMIT, DriftTest::seen);
  }

  private static String seen() {
    return "operator: " + Lab.operator().counts();
  }

  private static Tag team(String group, String team) {
    return Tag.builder()
        .resourceId(group)
        .resourceType("auto-scaling-group")
        .key("team")
        .value(team)
        .propagateAtLaunch(true)
        .build();
  }

  private static int timeout(String group) {
    return Lab.aws()
        .clients()
        .autoScaling()
        .describeLifecycleHooks(
            r -> r.autoScalingGroupName(group).lifecycleHookNames("natsfleet-launch"))
        .lifecycleHooks()
        .getFirst()
        .heartbeatTimeout();
  }
}
