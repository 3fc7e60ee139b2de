package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.registry.PortException.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The port of groups keeps what it promises, over the wire. */
class GroupPortTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldSeeTheGroupThatItCreated() {
    // Given
    NodeGroups groups = aws.region().groups(AwsPorts.id("create"));
    GroupSpec spec = aws.spec("create", new Size(0, 0, 5));

    // When
    groups.create(spec);

    // Then
    assertThat(groups.observe())
        .contains(
            new Group(
                "uid-create",
                false,
                spec.size(),
                1L,
                spec.subnets(),
                Map.of("natsfleet-launch", spec.hooks().getFirst()),
                spec.tags(),
                true,
                spec.suspended(),
                List.of(),
                Group.Failures.NONE));
    assertThat(AwsPorts.kind(() -> groups.create(spec))).isEqualTo(Kind.CONFLICT);
    groups.delete();
    groups.delete();
    assertThat(groups.observe()).isEmpty();
  }

  @Test
  void shouldShrinkOnceForAMemberThatIsTerminatedTwice() {
    // Given
    NodeGroups groups = aws.region().groups(AwsPorts.id("shrink"));
    groups.create(aws.spec("shrink", new Size(0, 2, 5)));
    Waiting.until("two members", () -> groups.observe().orElseThrow().members().size() == 2);
    String victim = groups.observe().orElseThrow().members().getFirst().instance();

    // When
    groups.terminate(victim, Capacity.SHRINK);
    groups.terminate(victim, Capacity.SHRINK);

    // Then
    assertThat(groups.observe().orElseThrow().desired()).isOne();
    assertThat(AwsPorts.kind(groups::delete)).isEqualTo(Kind.CONFLICT);
  }
}
