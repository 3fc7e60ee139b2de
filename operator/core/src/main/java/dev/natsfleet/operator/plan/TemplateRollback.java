package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.registry.StepJournal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template whose launches keep failing is rejected: the group launches from the one that serves,
 * until another template is declared or the annotation asks for it again. The journal holds both
 * the start of a trial, so that earlier failures do not count, and the rejection, so that a
 * restarted operator knows of it.
 */
final class TemplateRollback {

  private static final String TRIAL = "trial:";
  private static final String REJECTED = "given-up:";

  private TemplateRollback() {}

  /** The id under which the start of a trial is noted, with the newest failed launch before it. */
  static String trialId(String hash, String newestFailure) {
    return TRIAL + hash + ":" + newestFailure;
  }

  /** The id under which the end of a trial that failed is noted. */
  static String rejectionId(String hash, String request) {
    return REJECTED + hash + "@" + request;
  }

  /** Whether an entry stays in the journal although its step was made and its effect seen. */
  static boolean isRemembered(String id) {
    return id.startsWith(TRIAL) || id.startsWith(REJECTED);
  }

  /** The version that the group launches from now. */
  static LaunchTemplate.Version target(PlanContext context, DesiredResources resources) {
    LaunchTemplate.Version wanted = GroupCreationRule.wanted(context, resources);
    return rejection(context, resources).flatMap(entry -> fallback(context, wanted)).orElse(wanted);
  }

  /** The entry that the wanted template was rejected, unless it was asked for again since. */
  static Optional<StepJournal.Entry> rejection(PlanContext context, DesiredResources resources) {
    String id = rejectionId(resources.templateHash(), context.desired().request());
    return context.registry().journal().stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** The version the group launches from if that is not the wanted one, else one that serves. */
  static Optional<LaunchTemplate.Version> fallback(
      PlanContext context, LaunchTemplate.Version wanted) {
    List<LaunchTemplate.Version> others =
        context.template().stream()
            .flatMap(launchTemplate -> launchTemplate.versions().stream())
            .filter(version -> !version.hash().equals(wanted.hash()))
            .toList();
    Stream<Long> used =
        context.nodes().stream()
            .filter(node -> node.isServing())
            .flatMap(node -> Optional.ofNullable(node.member().templateVersion()).stream())
            .sorted(Comparator.reverseOrder());
    Stream<Long> now = context.group().map(NodeGroup::templateVersion).stream();
    return Stream.concat(now, used)
        .flatMap(number -> others.stream().filter(v -> v.number() == number))
        .findFirst();
  }

  /** Whether the trial of the wanted template began and is not over. */
  static boolean isTried(PlanContext context, DesiredResources resources) {
    String trial = trialId(resources.templateHash(), "");
    return context.journalIds().anyMatch(id -> id.startsWith(trial));
  }

  /** How many launches in a row have failed since the trial of the wanted template began. */
  static int failures(PlanContext context, DesiredResources resources) {
    NodeGroup.Failures failures =
        context.group().map(NodeGroup::failures).orElse(NodeGroup.Failures.NONE);
    String trial = trialId(resources.templateHash(), "");
    return context
        .journalIds()
        .filter(id -> id.startsWith(trial))
        .mapToInt(id -> failures.since(id.substring(trial.length())))
        .min()
        .orElse(failures.inARow());
  }

  /** Ends entries about another template or specification, and about a trial that went well. */
  static void endStaleEntries(
      PlanContext context, DesiredResources resources, boolean done, PlanBuilder plan) {
    String trial = trialId(resources.templateHash(), "");
    String rejected = rejectionId(resources.templateHash(), context.desired().request());
    context
        .journalIds()
        .filter(
            id ->
                (id.startsWith(REJECTED) && !id.equals(rejected))
                    || (id.startsWith(TRIAL) && (done || !id.startsWith(trial))))
        .filter(id -> !plan.hasStep(id))
        .forEach(plan::endJournalEntry);
  }
}
