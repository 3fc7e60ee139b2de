package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRecorderTest {

  private final List<String> published = new ArrayList<>();
  private final EventRecorder recorder =
      new EventRecorder(notice -> published.add(notice.message()));

  @Test
  void shouldPublishOnceWhatLastsAndAgainWhatCameBack() {
    warn("the registry is away");
    warn("the registry is away");
    warn();
    warn("the registry is away");

    assertThat(published).containsExactly("the registry is away", "the registry is away");
  }

  @Test
  void shouldNotPublishAWarningAgainBecauseItsDurationGrows() {
    warn("no row has changed for 35 s");
    warn("no row has changed for 40 s");

    assertThat(published).containsExactly("no row has changed for 35 s");
  }

  @Test
  void shouldNotPublishAWarningAgainBecauseAPassFailedInBetween() {
    warn("the registry is away");
    recorder.publish(new Note(Reason.INTERNAL_ERROR, "a defect"));
    warn("the registry is away");

    assertThat(published).containsExactly("the registry is away", "a defect");
  }

  @Test
  void shouldPublishTwoWarningsThatNameDifferentThings() {
    warn("no permission for role/node-1", "no permission for role/node-2");

    assertThat(published).hasSize(2);
  }

  private void warn(String... messages) {
    List<Note> warnings =
        List.of(messages).stream()
            .map(message -> new Note(Reason.REGISTRY_SILENT, message))
            .toList();
    Plan plan =
        new Plan(
            List.of(), List.of(), List.of(), List.of(), warnings, List.of(), List.of(), 0, false);
    recorder.publish(plan, List.of(), List.of());
  }
}
