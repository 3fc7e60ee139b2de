package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.Cloud;
import dev.natsfleet.operator.observe.Found;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Registry;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.settings.Blueprint;
import java.util.List;
import java.util.Optional;

/** Decides what happens to a cluster next. */
public final class ClusterPlanner {

  private ClusterPlanner() {}

  /** The plan that follows from what was observed, and from nothing else. */
  public static Plan plan(Observed observed) {
    Wish wish = observed.wish();
    Draft draft = new Draft();
    if (wish.deleting() && wish.spec().deletionPolicy() == DeletionPolicy.Orphan) {
      return draft.done(true);
    }
    Obstacles.blindness(observed).forEach(trouble -> trouble.tell(draft));
    Optional<Cloud> cloud = observed.cloud().seen();
    Optional<Registry> registry = observed.registry().seen();
    if (cloud.isEmpty() || registry.isEmpty()) {
      return draft.done(false);
    }
    return plan(new Situation(observed, cloud.get(), registry.get(), observed.nodes()), draft);
  }

  /**
   * The plan after a step was refused for good: back to nothing if this is a first creation. Empty
   * if the cluster has ever been there, which then stays as it is.
   */
  public static Optional<Plan> retreat(Observed observed, Note refusal) {
    return Retreat.plan(observed, refusal);
  }

  private static Plan plan(Situation situation, Draft draft) {
    if (situation.wish().deleting()) {
      return Demolition.write(situation, draft);
    }
    List<String> foreign = Obstacles.foreign(situation);
    foreign.forEach(message -> draft.refuse(Reason.FOREIGN_RESOURCE, message));
    if (foreign.isEmpty()) {
      Upkeep.endpoints(situation, draft);
      draw(situation, draft).ifPresent(blueprint -> chapters(situation, blueprint, draft));
      Upkeep.rows(situation, draft);
      Progress.write(situation, draft);
      Recovery.close(situation, draft);
    }
    return draft.done(false);
  }

  /** A specification that cannot be met changes nothing at all: nothing half-made stays behind. */
  private static Optional<Blueprint> draw(Situation situation, Draft draft) {
    List<Note> invalid = Obstacles.invalid(situation.spec());
    invalid.forEach(note -> draft.refuse(note.reason(), note.message()));
    situation
        .observed()
        .found()
        .unread()
        .ifPresent(u -> Trouble.of(u.kind(), u.message()).tell(draft));
    Optional<Found> found = situation.observed().found().seen();
    if (!invalid.isEmpty() || found.isEmpty()) {
      return Optional.empty();
    }
    List<Note> missing = Obstacles.missing(situation.spec(), found.get());
    missing.forEach(note -> draft.refuse(note.reason(), note.message()));
    Wish wish = situation.wish();
    return missing.isEmpty()
        ? found
            .get()
            .image()
            .map(image -> Blueprint.draw(wish.id(), wish.owner(), wish.spec(), image))
        : Optional.empty();
  }

  private static void chapters(Situation situation, Blueprint blueprint, Draft draft) {
    Launching.write(situation, blueprint, draft);
    Foundation.write(situation, blueprint, draft);
    if (situation.group().filter(group -> !group.deleting()).isPresent()) {
      keep(situation, blueprint, draft);
    } else {
      Launching.open(situation, blueprint, draft);
    }
  }

  private static void keep(Situation situation, Blueprint blueprint, Draft draft) {
    Recovery.hold(situation, draft);
    Drift.write(situation, blueprint, draft);
    Sizing.write(situation, blueprint, draft);
    Healing.write(situation, draft);
    Rollout.write(situation, blueprint, draft);
    Tuning.write(situation, blueprint, draft);
    Pruning.write(situation, blueprint, draft);
  }
}
