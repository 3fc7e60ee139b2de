package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import dev.natsfleet.registry.Tables.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A first creation that is refused. */
class RetreatTest {

  private static final Wish ONE = Wishes.nodes(1);

  @ParameterizedTest
  @CsvSource({"DENIED, AwsDenied", "INVALID, AwsRefused", "EXHAUSTED, AwsExhausted"})
  void shouldTakeBackWhatWasMadeAndSayWhatToDo(Kind kind, String reason) {
    // Given
    Story story = refused(kind);

    // When
    Outcome outcome = story.pass(ONE);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(story.world.templates.versions).isEmpty();
    assertThat(story.world.registry.state()).isEqualTo(State.ABSENT);
    assertThat(Story.condition(outcome, "Stalled").reason()).isEqualTo(reason);
    assertThat(Story.condition(outcome, "Stalled").message())
        .contains("CreateAutoScalingGroup", "nothing of the new cluster is kept");
    assertThat(story.told("Deleting")).singleElement().asString().startsWith("delete the template");
  }

  @Test
  void shouldTryAgainAfterLongerAndLongerPauses() {
    // Given
    Story story = refused(Kind.DENIED);

    // When
    story.live(ONE, 14);
    long early = story.world.templates.created;
    story.live(ONE, 1);
    story.live(ONE, 15 + 30 + 60);

    // Then
    assertThat(early).isEqualTo(1);
    assertThat(story.world.templates.created).isEqualTo(4);
    assertThat(story.told("AwsDenied")).hasSize(1);
  }

  @Test
  void shouldTryAgainAtOnceForAnotherSpecification() {
    // Given
    Story story = refused(Kind.DENIED);
    story.pass(ONE);
    story.world.groups.fault = null;

    // When
    Outcome outcome = story.operator.settle(Wishes.again(ONE));

    // Then
    assertThat(outcome.status().ready()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"THROTTLED", "UNAVAILABLE", "CONFLICT"})
  void shouldKeepWhatIsThereWhenItIsNoRefusal(Kind kind) {
    // Given
    Story story = refused(kind);

    // When
    story.pass(ONE);

    // Then
    assertThat(story.world.templates.versions).hasSize(1);
  }

  @Test
  void shouldTakeNothingBackOfAClusterThatWasThere() {
    // Given
    Story story = Story.settled(ONE);
    story.world.groups.fault = new PortException(Kind.DENIED, "autoscaling:UpdateAutoScalingGroup");

    // When
    story.live(Wishes.nodes(2), 30);

    // Then
    assertThat(story.serving()).containsExactly("i-001");
    assertThat(story.world.registry.state()).isEqualTo(State.ACTIVE);
  }

  private static Story refused(Kind kind) {
    Story story = new Story();
    story.world.groups.fault = new PortException(kind, "autoscaling:CreateAutoScalingGroup");
    return story;
  }
}
