package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.proc.Await;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Tag;

/** Somebody changes the group by hand. */
class DriftTest {

  private static final Duration LIMIT = Duration.ofSeconds(40);

  /** What somebody did, the field that the event names, and how the group looks when corrected. */
  record Drift(
      String field,
      BiConsumer<AutoScalingClient, String> interference,
      Predicate<AutoScalingGroup> corrected) {

    @Override
    public String toString() {
      return field;
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
              "set size",
              (aws, group) ->
                  aws.updateAutoScalingGroup(r -> r.autoScalingGroupName(group).maxSize(7)),
              group -> group.maxSize() == 20));

  private static Cluster cluster;

  @BeforeAll
  static void apply() {
    cluster = Cluster.apply("drifting").awaitReady(3);
  }

  @AfterAll
  static void delete() {
    cluster.close();
  }

  @ParameterizedTest
  @FieldSource("DRIFTS")
  void shouldCorrectWhatSomebodyChangedAndNameIt(Drift drift) {
    // When
    drift.interference().accept(Lab.aws().clients().autoScaling(), cluster.group());

    // Then
    await(drift.field() + " corrected", () -> drift.corrected().test(cluster.seen()));
    String reason = drift.field().equals("set size") ? "Scaling" : "CorrectingDrift";
    await(
        "event that names " + drift.field(),
        () -> cluster.events(reason).stream().anyMatch(note -> note.contains(drift.field())));
    cluster.awaitReady(3);
  }

  @Test
  void shouldLeaveDriftAloneWhilePaused() {
    // Given
    cluster.patch("{\"paused\":true}");
    cluster.await("paused", status -> status.phase().equals("Paused"));

    // When
    Lab.aws()
        .clients()
        .autoScaling()
        .updateAutoScalingGroup(r -> r.autoScalingGroupName(cluster.group()).maxSize(9));
    cluster.await("a plan", status -> !status.plan().isEmpty());

    // Then
    assertThat(cluster.seen().maxSize()).isEqualTo(9);
    assertThat(cluster.condition("Paused").status()).isEqualTo("True");
    cluster.patch("{\"paused\":false}");
    await("corrected once it goes on", () -> cluster.seen().maxSize() == 20);
  }

  private static void await(String what, java.util.function.BooleanSupplier condition) {
    Await.until(what, condition, LIMIT, () -> String.valueOf(cluster.status()));
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
