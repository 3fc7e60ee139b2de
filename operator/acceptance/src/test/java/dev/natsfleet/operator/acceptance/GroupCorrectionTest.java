package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.operator.port.NodeGroups;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every field of a group can be corrected. */
@Tag("server")
class GroupCorrectionTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldBringEveryFieldToWhatIsWanted() {
    // Given
    NodeGroups groups = aws.region().groups(AwsPorts.id("correct"));
    groups.create(aws.spec("correct", new GroupSize(0, 0, 5)));
    aws.region()
        .launchTemplates(AwsPorts.id("correct"))
        .create(AwsPorts.template("correct", "c7g.xlarge"), "hash2");
    NodeGroupSpec wanted =
        new NodeGroupSpec(
            new GroupSize(0, 0, 5),
            2,
            new TreeSet<>(Set.of("subnet-0a1b2c3d4e5f60003")),
            List.of(
                new LifecycleHook(
                    "natsfleet-launch",
                    LifecycleHook.LifecycleTransition.LAUNCHING,
                    60,
                    LifecycleHook.Result.CONTINUE)),
            new TreeMap<>(Map.of("natsfleet:owner", "uid-correct", "team", "billing")),
            false,
            new TreeSet<>(Set.of("ReplaceUnhealthy")));

    // When
    groups.correct(wanted, EnumSet.allOf(NodeGroupField.class));

    // Then
    NodeGroup group = groups.observe().orElseThrow();
    assertThat(group.templateVersion()).isEqualTo(2);
    assertThat(group.subnets()).isEqualTo(wanted.subnets());
    assertThat(group.hooks()).containsValue(wanted.hooks().getFirst());
    assertThat(group.tags()).containsAllEntriesOf(wanted.tags());
    assertThat(group.protectedFromScaleIn()).isFalse();
    assertThat(group.suspended()).isEqualTo(wanted.suspended());
    groups.delete();
  }
}
