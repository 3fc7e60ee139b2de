package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.Hook;
import dev.natsfleet.operator.world.Machine;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CreationTest {

  @Test
  void shouldMakeAClusterOfNothing() {
    // When
    Story story = Story.settled(Wishes.nodes(3));
    Outcome outcome = story.pass(Wishes.nodes(3));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Settled.class);
    assertThat(outcome.status().phase()).isEqualTo("Running");
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(outcome.status().nodes()).extracting("routes").containsOnly("2/2");
    assertThat(story.world.serving()).extracting(Machine::zone).doesNotHaveDuplicates();
    assertThat(outcome.status().endpoints())
        .containsExactly(
            "nats://orders.shop.svc:4222",
            "nats://10.0.0.1:4222",
            "nats://10.0.0.2:4222",
            "nats://10.0.0.3:4222");
    assertThat(Story.condition(outcome, "Ready").status()).isEqualTo("True");
    assertThat(Story.condition(outcome, "Stalled").status()).isEqualTo("False");
  }

  @Test
  void shouldGiveTheGroupHooksTagsAndProtectionFromTheFirst() {
    // When
    Story story = new Story();
    story.pass(Wishes.nodes(3));

    // Then
    GroupSpec group = Objects.requireNonNull(story.world.groups.spec);
    assertThat(group.hooks())
        .containsExactly(
            new Hook("natsfleet-launch", Hook.Transition.LAUNCHING, 300, Hook.Result.ABANDON),
            new Hook(
                "natsfleet-terminate", Hook.Transition.TERMINATING, 900, Hook.Result.CONTINUE));
    assertThat(group.tags())
        .containsEntry("natsfleet:cluster", "shop/orders")
        .containsEntry("natsfleet:pool", "core")
        .containsEntry("natsfleet:owner", "uid-1")
        .containsEntry("team", "payments")
        .containsKey("natsfleet:template");
    assertThat(group.protectedFromScaleIn()).isTrue();
    assertThat(group.suspended()).containsExactly("AZRebalance");
  }

  @Test
  void shouldWriteTheSettingsBeforeTheFirstNodeIsLaunched() {
    // When
    Story story = new Story();
    story.pass(Wishes.nodes(1));

    // Then
    assertThat(story.world.events)
        .extracting("reason")
        .containsExactly(
            "CreatingTemplate",
            "CreatingGroup",
            "CreatingTables",
            "StoringSettings",
            "SettingsStable",
            "Scaling");
  }

  @Test
  void shouldShowThePlanOfAPausedClusterAndWriteNothing() {
    // Given
    Story story = new Story();

    // When
    Outcome outcome = story.pass(Wishes.paused(Wishes.nodes(3)));

    // Then
    assertThat(story.writes.writes()).isZero();
    assertThat(outcome.status().phase()).isEqualTo("Paused");
    assertThat(outcome.status().plan())
        .extracting(PlannedStep::step)
        .contains("create the tables", "create the Auto Scaling group");
  }

  @Test
  void shouldCreateNothingWhenSomethingNamedDoesNotExist() {
    // Given
    Story story = new Story();
    Wish wish = Wishes.subnets(Wishes.image("ami-missing"), "subnet-a", "subnet-0abc");

    // When
    Outcome outcome = story.pass(wish);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(story.world.groups.spec).isNull();
    assertThat(story.world.templates.versions).isEmpty();
    assertThat(story.world.registry.state()).hasToString("ABSENT");
    assertThat(Story.condition(outcome, "Stalled").message())
        .contains("spec.nodes.image.id: ami-missing does not exist in eu-west-1")
        .contains("spec.nodes.subnets: subnet-0abc does not exist in eu-west-1");
    assertThat(story.told("NotFound")).hasSize(2);
  }

  @Test
  void shouldWaitWithoutStallingWhileAwsThrottles() {
    // Given
    Story story = new Story();
    story.world.groups.fault = new PortException(Kind.THROTTLED, "Rate exceeded");

    // When
    Outcome outcome = story.pass(Wishes.nodes(1));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Waiting.class);
    assertThat(Story.condition(outcome, "Stalled").status()).isEqualTo("False");
    assertThat(Story.condition(outcome, "Degraded").reason()).isEqualTo("AwsThrottled");
  }

  @Test
  void shouldTouchNothingThatBelongsToAnother() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    story.world.groups.owner = "uid-2";
    int writes = story.writes.writes();

    // When
    Outcome outcome = story.pass(Wishes.nodes(5));

    // Then
    assertThat(outcome.status().phase()).isEqualTo("Stalled");
    assertThat(Story.condition(outcome, "Stalled").reason()).isEqualTo("ForeignResource");
    assertThat(Story.condition(outcome, "Stalled").message())
        .contains("natsfleet.shop.orders.core", "uid-2");
    assertThat(story.writes.writes()).isEqualTo(writes + 1);
  }
}
