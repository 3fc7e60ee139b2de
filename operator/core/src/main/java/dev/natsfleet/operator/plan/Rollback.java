package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.settings.Blueprint;
import dev.natsfleet.registry.Journal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template whose launches keep failing is given up: the group launches from the one that serves,
 * until the specification changes. Both the begin of a trial and its end stand in the journal, so
 * that failures before it do not count, and nobody forgets them after a restart.
 */
final class Rollback {

  private static final String TRIAL = "trial:";
  private static final String GIVEN_UP = "given-up:";

  private Rollback() {}

  /** The id under which the begin of a trial is noted, with the newest failed launch before it. */
  static String trial(String hash, String newestFailure) {
    return TRIAL + hash + ":" + newestFailure;
  }

  /** The id under which the end of a trial that failed is noted. */
  static String givenUp(String hash, long generation) {
    return GIVEN_UP + hash + "@" + generation;
  }

  /** Whether an entry of the journal is kept although its step is made. */
  static boolean remembers(String id) {
    return id.startsWith(TRIAL) || id.startsWith(GIVEN_UP);
  }

  /** The version that the group launches from now. */
  static Template.Version target(Situation situation, Blueprint blueprint) {
    Template.Version wanted = Launching.wanted(situation, blueprint);
    return inForce(situation, blueprint)
        .flatMap(entry -> fallback(situation, wanted))
        .orElse(wanted);
  }

  /** The note that the wanted template was given up for this specification. */
  static Optional<Journal.Entry> inForce(Situation situation, Blueprint blueprint) {
    String id = givenUp(blueprint.templateHash(), situation.wish().generation());
    return situation.registry().journal().stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** What the group launches from already if that is not the wanted one, else what serves. */
  static Optional<Template.Version> fallback(Situation situation, Template.Version wanted) {
    List<Template.Version> others =
        situation.template().stream()
            .flatMap(template -> template.versions().stream())
            .filter(version -> !version.hash().equals(wanted.hash()))
            .toList();
    Stream<Long> used =
        situation.nodes().stream()
            .filter(node -> node.serving())
            .flatMap(node -> Optional.ofNullable(node.member().templateVersion()).stream())
            .sorted(Comparator.reverseOrder());
    Stream<Long> now = situation.group().map(Group::templateVersion).stream();
    return Stream.concat(now, used)
        .flatMap(number -> others.stream().filter(v -> v.number() == number))
        .findFirst();
  }

  /** Launches that failed since the wanted template is tried. */
  static int failures(Situation situation, Blueprint blueprint) {
    Group.Failures failures = situation.group().map(Group::failures).orElse(Group.Failures.NONE);
    String trial = trial(blueprint.templateHash(), "");
    return ids(situation)
        .filter(id -> id.startsWith(trial))
        .mapToInt(id -> failures.since(id.substring(trial.length())))
        .min()
        .orElse(failures.inARow());
  }

  /** Ends what speaks of another template or specification, or of a trial that went well. */
  static void tidy(Situation situation, Blueprint blueprint, boolean done, Draft draft) {
    String trial = trial(blueprint.templateHash(), "");
    String givenUp = givenUp(blueprint.templateHash(), situation.wish().generation());
    ids(situation)
        .filter(
            id ->
                (id.startsWith(GIVEN_UP) && !id.equals(givenUp))
                    || (id.startsWith(TRIAL) && (done || !id.startsWith(trial))))
        .filter(id -> !draft.plans(id))
        .forEach(draft::end);
  }

  private static Stream<String> ids(Situation situation) {
    return situation.registry().journal().stream().map(Journal.Entry::id);
  }
}
