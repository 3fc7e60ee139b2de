package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;

/** Somebody changes the tags of an instance. */
class InstanceTagsTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @Test
  void shouldCorrectTheTagsOfAnInstanceAndNameThem() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).tags.remove("natsfleet:cluster");
    fixture.machine(2).tags.put("team", "marketing");
    fixture.machine(2).tags.put("cost-centre", "42");

    // When
    fixture.operator.settle(THREE);

    // Then
    assertThat(fixture.machine(2).tags)
        .containsEntry("natsfleet:cluster", "shop/orders")
        .containsEntry("team", "payments")
        .containsEntry("cost-centre", "42");
    assertThat(fixture.events("CorrectingDrift"))
        .containsExactly(
            "correct tags of i-002: natsfleet:cluster is absent, wanted shop/orders; team is"
                + " marketing, wanted payments");
  }

  @Test
  void shouldLookAfterTheFleetWhereTheRightToTagIsMissing() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).tags.remove("natsfleet:owner");
    fixture.world.instances.writeFailure = new PortException(Kind.DENIED, "allow ec2:CreateTags");
    DesiredCluster more = SampleClusters.nodes(4);

    // When
    fixture.runFor(more, 20);

    // Then
    assertThat(fixture.serving()).hasSize(4);
    assertThat(fixture.events("AwsDenied")).containsExactly("allow ec2:CreateTags");
  }
}
