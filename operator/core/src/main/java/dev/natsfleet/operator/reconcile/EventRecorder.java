package dev.natsfleet.operator.reconcile;

import dev.natsfleet.failures.FailureEpisodes;
import dev.natsfleet.failures.FailureReason;
import dev.natsfleet.operator.plan.CallFailure;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepDescription;
import dev.natsfleet.operator.port.Events;
import dev.natsfleet.operator.port.Events.Notice;
import dev.natsfleet.operator.port.Events.Tone;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Publishes an event for every step that was made and everything that is in the way. What lasts
 * over several passes is published once, and again if it went away in between.
 */
final class EventRecorder {

  private final Events events;
  private final FailureEpisodes<Notice> lasting = new FailureEpisodes<>();

  EventRecorder(Events events) {
    this.events = events;
  }

  /** Publishes what came of a pass. */
  void publish(Plan plan, List<Step> done, List<CallFailure> failures) {
    Set<Notice> now = new LinkedHashSet<>();
    done.stream().map(EventRecorder::event).forEach(now::add);
    Stream.of(plan.refusals(), plan.warnings(), failures.stream().map(CallFailure::note).toList())
        .flatMap(List::stream)
        .map(note -> notice(Tone.WARNING, note))
        .forEach(now::add);
    plan.offers().stream().map(note -> notice(Tone.NORMAL, note)).forEach(now::add);
    publishNew(now);
  }

  /** Publishes why a pass ended without an outcome of its own; what it warned of before lasts. */
  void publish(Note note) {
    publishOnce(notice(Tone.WARNING, note));
  }

  private void publishNew(Set<Notice> now) {
    Map<Notice, Notice> bySubject = new LinkedHashMap<>();
    now.forEach(notice -> bySubject.putIfAbsent(subject(notice), notice));
    lasting.retain(bySubject.keySet());
    bySubject.values().forEach(this::publishOnce);
  }

  private void publishOnce(Notice notice) {
    if (lasting.noteFailure(subject(notice), notice.message())) {
      events.publish(notice);
    }
  }

  /** What a notice is about: two warnings that differ by chance only are about the same. */
  private static Notice subject(Notice notice) {
    return notice.tone() == Tone.NORMAL
        ? notice
        : new Notice(notice.tone(), notice.reason(), FailureReason.of(notice.message()).text());
  }

  private static Notice event(Step step) {
    StepDescription description = StepDescription.of(step);
    return new Notice(
        Tone.NORMAL, description.reason().text(), description.what() + ": " + step.why());
  }

  private static Notice notice(Tone tone, Note note) {
    return new Notice(tone, note.reason().text(), note.message());
  }
}
