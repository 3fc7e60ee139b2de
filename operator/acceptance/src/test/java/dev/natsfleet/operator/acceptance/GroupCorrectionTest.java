package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.Hook;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every field of a group can be brought back. */
class GroupCorrectionTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldBringEveryFieldToWhatIsWanted() {
    // Given
    NodeGroups groups = aws.region().groups(AwsPorts.id("correct"));
    groups.create(aws.spec("correct", new Size(0, 0, 5)));
    aws.region()
        .templates(AwsPorts.id("correct"))
        .create(AwsPorts.template("correct", "c7g.xlarge"), "hash2");
    GroupSpec wanted =
        new GroupSpec(
            new Size(0, 0, 5),
            2,
            new TreeSet<>(Set.of("subnet-0a1b2c3d4e5f60003")),
            List.of(
                new Hook("natsfleet-launch", Hook.Transition.LAUNCHING, 60, Hook.Result.CONTINUE)),
            new TreeMap<>(Map.of("natsfleet:owner", "uid-correct", "team", "billing")),
            false,
            new TreeSet<>(Set.of("ReplaceUnhealthy")));

    // When
    groups.correct(wanted, EnumSet.allOf(GroupField.class));

    // Then
    Group group = groups.observe().orElseThrow();
    assertThat(group.templateVersion()).isEqualTo(2);
    assertThat(group.subnets()).isEqualTo(wanted.subnets());
    assertThat(group.hooks()).containsValue(wanted.hooks().getFirst());
    assertThat(group.tags()).containsAllEntriesOf(wanted.tags());
    assertThat(group.protectedFromScaleIn()).isFalse();
    assertThat(group.suspended()).isEqualTo(wanted.suspended());
    groups.delete();
  }
}
