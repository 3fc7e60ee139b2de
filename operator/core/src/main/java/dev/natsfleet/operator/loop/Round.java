package dev.natsfleet.operator.loop;

import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Registry;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepWords;
import dev.natsfleet.operator.plan.Trouble;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.registry.Journal;
import dev.natsfleet.registry.PortException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of one pass as they are made: noted in the journal first, each at most once in a pass,
 * until one fails or changes so much that the world must be looked at again.
 */
final class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  private final Ports ports;
  private final InstantSource wall;
  private final List<Step> made = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private boolean stopped;

  Round(Ports ports, InstantSource wall) {
    this.ports = ports;
    this.wall = wall;
  }

  /** Makes what can be made of the plan, and says whether another look is worth it. */
  boolean apply(Observed observed, Plan plan) {
    int before = made.size();
    boolean journal = observed.registry().seen().filter(Registry::active).isPresent();
    if (journal) {
      guard(() -> plan.ended().forEach(ports.control().journal()::end));
    }
    for (Step step : plan.steps()) {
      if (stopped || !ids.add(StepWords.of(step).id()) || !make(step, journal)) {
        break;
      }
    }
    return made.size() > before && !stopped;
  }

  /** Makes one step, and says whether the plan still holds. */
  private boolean make(Step step, boolean journal) {
    StepWords words = StepWords.of(step);
    if (step instanceof Step.Publish) {
      publish(step);
    } else {
      guard(() -> make(step, words, journal && words.effect().journalled()));
    }
    return words.effect() != StepWords.Effect.LARGE;
  }

  private void make(Step step, StepWords words, boolean journal) {
    if (journal) {
      long now = wall.instant().getEpochSecond();
      ports.control().journal().begin(new Journal.Entry(words.id(), words.what(), now));
    }
    Applying.apply(step, ports, wall);
    made.add(step);
    LOG.atInfo().addKeyValue("step", words.what()).addKeyValue("why", step.why()).log("step made");
  }

  /** Kubernetes may refuse an address; the fleet is looked after all the same. */
  private void publish(Step step) {
    try {
      make(step, StepWords.of(step), false);
    } catch (PortException e) {
      Note note = new Note(Reason.KUBERNETES_UNREACHABLE, String.valueOf(e.getMessage()));
      troubles.add(new Trouble(note, true));
    }
  }

  private void guard(Runnable write) {
    try {
      write.run();
    } catch (PortException e) {
      stopped = true;
      troubles.add(Trouble.of(e.kind(), String.valueOf(e.getMessage())));
    }
  }

  /** Why a step will fail again until somebody changes something, if one did. */
  Optional<Note> refusal() {
    return troubles.stream().filter(t -> !t.passing()).map(Trouble::note).findFirst();
  }

  /** Goes on with another plan after a refusal, which that plan tells of. */
  void resume() {
    stopped = false;
    troubles.clear();
    ids.clear();
  }

  List<Step> made() {
    return made;
  }

  List<Trouble> troubles() {
    return troubles;
  }
}
