package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.registry.PortException.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of {@code NodeGroups}, over the wire. */
@Tag("server")
class NodeGroupsPortTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldSeeTheGroupThatItCreated() {
    // Given
    NodeGroups groups = aws.region().groups(AwsPorts.id("create"));
    NodeGroupSpec spec = aws.spec("create", new GroupSize(0, 0, 5));

    // When
    groups.create(spec);

    // Then
    NodeGroup seen = groups.observe().orElseThrow();
    assertThat(seen.templateId()).startsWith("lt-");
    assertThat(seen)
        .isEqualTo(
            new NodeGroup(
                "uid-create",
                false,
                spec.size(),
                seen.templateId(),
                1L,
                spec.subnets(),
                Map.of("natsfleet-launch", spec.hooks().getFirst()),
                spec.tags(),
                true,
                spec.suspended(),
                List.of(),
                NodeGroup.Failures.NONE));
    assertThat(AwsPorts.kind(() -> groups.create(spec))).isEqualTo(Kind.CONFLICT);
    groups.delete();
    groups.delete();
    assertThat(groups.observe()).isEmpty();
  }

  @Test
  void shouldShrinkOnceForAMemberThatIsTerminatedTwice() {
    // Given
    NodeGroups groups = aws.region().groups(AwsPorts.id("shrink"));
    groups.create(aws.spec("shrink", new GroupSize(0, 2, 5)));
    OperatorAwait.until("two members", () -> groups.observe().orElseThrow().members().size() == 2);
    String victim = groups.observe().orElseThrow().members().getFirst().instance();

    // When
    groups.terminate(victim, CapacityPolicy.SHRINK);
    groups.terminate(victim, CapacityPolicy.SHRINK);

    // Then
    assertThat(groups.observe().orElseThrow().desired()).isOne();
    assertThat(AwsPorts.kind(groups::delete)).isEqualTo(Kind.CONFLICT);
  }
}
