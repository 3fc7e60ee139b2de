package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;

/**
 * What a step is called in the journal, in status and in events.
 *
 * @param id its key in the journal; equal for equal steps, also after a restart of the operator
 * @param what is done, in words for people
 * @param reason of the event that reports it
 * @param effect whether it is noted, and whether the plan holds after it
 */
public record StepDescription(String id, String what, Reason reason, StepEffect effect) {

  /** How much a step changes. */
  public enum StepEffect {
    /** Not noted in the journal; the rest of the plan holds. */
    SMALL,
    /** Noted in the journal; the rest of the plan holds. */
    NOTED,
    /** Noted in the journal; the rest has to be planned anew. */
    LARGE;

    /** Whether the step is noted in the journal before it is made. */
    public boolean isJournalled() {
      return this != SMALL;
    }
  }

  /** Describes a step. */
  public static StepDescription of(Step step) {
    return switch (step) {
      case Step.CreateTables s ->
          large("create-tables", "create the tables", Reason.CREATING_TABLES);
      case Step.TakeOver s ->
          large(
              "take-over:%s:%s".formatted(s.resource(), s.holder()),
              "take over " + s.resource().text(),
              Reason.TAKING_OVER);
      case Step.Release s -> small("release", s.resource().text(), "release", Reason.RELEASING);
      case Step.StoreSettings s ->
          small("store", s.settings().revision(), "store settings", Reason.STORING_SETTINGS);
      case Step.PromoteSettings s ->
          small("stable", s.row().stableRevision(), "make stable settings", Reason.SETTINGS_STABLE);
      case Step.PublishEndpoints s ->
          small("publish", s.serving().size() + " servers", "publish", Reason.PUBLISHING_ENDPOINTS);
      case Step.CorrectEndpoints s ->
          small("correct", "Service and EndpointSlices", "correct", Reason.CORRECTING_DRIFT);
      case Step.CorrectTags s ->
          small("correct", "tags of " + s.instance(), "correct", Reason.CORRECTING_DRIFT);
      case Step.DeleteRow s -> small("forget", s.row().ip(), "forget node", Reason.FORGETTING_NODE);
      case Step.PruneSettings s ->
          small("prune-settings", s.revision(), "delete settings", Reason.PRUNING);
      case Step.PruneTemplate s ->
          noted(
              "prune-template:" + s.version(),
              "delete template version " + s.version(),
              Reason.PRUNING);
      case Step.CreateTemplate s ->
          large(
              "template:" + s.description(),
              "create template version " + s.description(),
              Reason.CREATING_TEMPLATE);
      case Step.MakeDefault s ->
          noted(
              "default:" + s.version(),
              "make template version " + s.version() + " the default",
              Reason.CORRECTING_DRIFT);
      case Step.SendOrder s ->
          noted(
              s.order().id() + "@" + s.to().instance(),
              "order " + s.order().id() + " for " + s.to().instance(),
              Reason.APPLYING_SETTINGS);
      case Step.DeleteTemplate s -> deletion("template", StepEffect.LARGE);
      case Step.DeleteTables s -> deletion("tables", StepEffect.SMALL);
      case Step.DeleteEndpoints s -> deletion("service", StepEffect.SMALL);
      case Step.GroupStep s -> ofGroup(s);
    };
  }

  private static StepDescription ofGroup(Step.GroupStep step) {
    return switch (step) {
      case Step.CreateGroup s ->
          large("create-group", "create the Auto Scaling group", Reason.CREATING_GROUP);
      case Step.CorrectGroup s ->
          noted(
              "correct:" + s.field().text(),
              "correct " + s.field().text(),
              Reason.CORRECTING_DRIFT);
      case Step.TryTemplate s ->
          noted(
              TemplateRollback.trialId(s.hash(), s.newestFailure()),
              "correct " + NodeGroupField.TEMPLATE.text(),
              Reason.CORRECTING_DRIFT);
      case Step.RollBack s ->
          noted(
              TemplateRollback.rejectionId(s.hash(), s.request()),
              "give up template " + s.hash() + ": " + s.failure(),
              Reason.ROLLING_BACK);
      case Step.Resize s -> resize(s.size());
      case Step.SpreadZones s ->
          large(spreadId(s.zone()), "launch a node for " + s.zone(), Reason.SPREADING_ZONES);
      case Step.Terminate s -> terminate(s);
      case Step.TerminateForDeletion s -> terminationForDeletion(s.instance());
      case Step.CompleteHook s ->
          noted(
              "complete:" + s.hook() + "@" + s.instance(),
              "complete hook " + s.hook() + " of " + s.instance(),
              Reason.COMPLETING_HOOK);
      case Step.DeleteGroup s -> deletion("group", StepEffect.LARGE);
    };
  }

  /** The id under which the replacement of an instance is noted. */
  static String replacementId(String instance) {
    return "replace:" + instance;
  }

  /** The id under which a launch for the sake of a zone is noted. */
  static String spreadId(String zone) {
    return "spread:" + zone;
  }

  /** The id under which the retirement of an instance is noted. */
  static String retirementId(String instance) {
    return "retire:" + instance;
  }

  private static StepDescription terminationForDeletion(String instance) {
    return noted("end:" + instance, "terminate " + instance, Reason.RETIRING_NODE);
  }

  private static StepDescription deletion(String thing, StepEffect effect) {
    return new StepDescription("delete-" + thing, "delete the " + thing, Reason.DELETING, effect);
  }

  private static StepDescription terminate(Step.Terminate step) {
    String instance = step.instance();
    return step.capacity() == CapacityPolicy.KEEP
        ? noted(replacementId(instance), "replace " + instance, Reason.REPLACING_NODE)
        : large(retirementId(instance), "retire " + instance, Reason.RETIRING_NODE);
  }

  private static StepDescription resize(GroupSize size) {
    return large("resize:" + size, "set size " + size, Reason.SCALING);
  }

  private static StepDescription small(String verb, String object, String what, Reason reason) {
    return new StepDescription(verb + ":" + object, what + " " + object, reason, StepEffect.SMALL);
  }

  private static StepDescription noted(String id, String what, Reason reason) {
    return new StepDescription(id, what, reason, StepEffect.NOTED);
  }

  private static StepDescription large(String id, String what, Reason reason) {
    return new StepDescription(id, what, reason, StepEffect.LARGE);
  }
}
