package dev.natsfleet.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.UpdateAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.GroupChange;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstanceRulesTest {

  private static final TemplateRef WEB = new TemplateRef(null, "web");

  private final CloudFixture fixture = new CloudFixture();

  private Instance run(TemplateContent content, String token) {
    Ec2Result result =
        fixture.ec2(
            new Ec2Command.RunInstances(
                WEB, "1", content, null, new Ec2Command.Count(1, 1), token));
    return ((Ec2Result.Launched) result).instances().getFirst();
  }

  private static TemplateContent with(
      Map<String, String> tags, MetadataOptions metadata, @Nullable String market) {
    return new TemplateContent(
        null, null, List.of(), null, null, metadata, List.of(), market, Map.of("instance", tags));
  }

  private static Map<String, String> tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "key" + i)
        .collect(Collectors.toMap(Function.identity(), key -> ""));
  }

  @Test
  void shouldRefuseFiftyOneTags() {
    // Given
    Instance instance = run(with(tags(50), MetadataOptions.NONE, null), "a");

    // When / Then: EC2 UG, "Tag restrictions"
    assertThatThrownBy(
            () ->
                fixture.ec2(
                    new Ec2Command.CreateTags(List.of(instance.id()), Map.of("another", ""))))
        .hasMessageStartingWith("TagLimitExceeded");
    assertThatThrownBy(() -> run(with(tags(51), MetadataOptions.NONE, null), "b"))
        .hasMessageStartingWith("TagLimitExceeded");
  }

  @Test
  void shouldRefuseATagThatTheMetadataCouldNotShow() {
    // Given
    MetadataOptions shown = new MetadataOptions("required", 1, "enabled", "enabled");
    MetadataOptions hidden = new MetadataOptions("required", 1, "enabled", "disabled");
    Map<String, String> slash = Map.of("kubernetes.io/cluster/web", "owned");

    // When / Then: seek-oss/aec, pull request 411
    assertThatThrownBy(() -> run(with(slash, shown, null), "a"))
        .hasMessageStartingWith(
            "InvalidParameterValue: 'kubernetes.io/cluster/web' is not a valid tag key.");
    assertThat(run(with(slash, hidden, null), "b").tags()).containsAllEntriesOf(slash);
  }

  @Test
  void shouldTellASpotInstanceThatItIsOne() {
    // When
    Instance spot = run(with(Map.of(), MetadataOptions.NONE, "spot"), "a");
    Instance usual = run(TemplateContent.NOTHING, "b");

    // Then
    String path = "meta-data/instance-life-cycle";
    assertThat(fixture.cloud.metadata().read(spot.id(), path)).hasValue("spot");
    assertThat(fixture.cloud.metadata().read(usual.id(), path)).hasValue("on-demand");
  }

  @Test
  void shouldForgetAClientTokenAfterADay() {
    // Given
    Instance first = run(TemplateContent.NOTHING, "once");

    // When
    fixture.cloud.advanceTo(fixture.cloud.now().plus(Duration.ofHours(23)));
    Instance same = run(TemplateContent.NOTHING, "once");
    fixture.cloud.advanceTo(fixture.cloud.now().plus(Duration.ofHours(2)));
    Instance other = run(TemplateContent.NOTHING, "once");

    // Then
    assertThat(same.id()).isEqualTo(first.id());
    assertThat(other.id()).isNotEqualTo(first.id());
  }

  @Test
  void shouldScaleInTheOldestTemplateVersionFirst() {
    // Given: one member of version 2, then two of version 1, in one zone
    String subnet = "subnet-0a1b2c3d4e5f60001";
    fixture.ec2(
        new Ec2Command.CreateLaunchTemplateVersion(WEB, "1", null, CloudFixture.CONTENT, null));
    fixture.create(settings("2", 1, subnet));
    fixture.settle();
    String newest = fixture.members().getFirst().id();
    fixture.execute(new UpdateAutoScalingGroup(CloudFixture.GROUP, settings("1", 3, subnet)));
    fixture.settle();

    // When
    fixture.desire(1);
    fixture.settle();

    // Then: ASG UG, "Default termination policy"
    assertThat(fixture.members()).extracting(Member::id).containsExactly(newest);
  }

  private static GroupChange settings(String version, int desired, String subnet) {
    return new GroupChange(
        WEB, version, 0, 3, desired, null, List.of(subnet), null, null, null, false);
  }
}
