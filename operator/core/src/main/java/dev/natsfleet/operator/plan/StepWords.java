package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.port.Size;

/**
 * What there is to say of a step beside its reason.
 *
 * @param id the same for the same step of the same plan, also after a restart
 * @param what is done, in words for people
 * @param reason of the event that tells of it
 * @param effect how far the world changes by it
 */
public record StepWords(String id, String what, Reason reason, Effect effect) {

  /** How far the world changes by a step. */
  public enum Effect {
    /** The rest of the plan holds, nothing is noted in the journal. */
    SMALL,
    /** Noted in the journal; the rest of the plan holds. */
    NOTED,
    /** Noted in the journal; the rest of the plan needs another look at the world. */
    LARGE;

    /** Whether the step is noted in the journal before it is made. */
    public boolean journalled() {
      return this != SMALL;
    }
  }

  /** The words of a step. */
  public static StepWords of(Step step) {
    return switch (step) {
      case Step.CreateTables s ->
          large("create-tables", "create the tables", Reason.CREATING_TABLES);
      case Step.AdoptTables s ->
          large("adopt-tables", "take over the tables", Reason.ADOPTING_TABLES);
      case Step.ReleaseTables s ->
          small("release", "tables", "release the", Reason.RELEASING_TABLES);
      case Step.ReleaseRow s ->
          small("release", "settings", "release the", Reason.RELEASING_TABLES);
      case Step.StoreSettings s ->
          small("store", s.settings().revision(), "store settings", Reason.STORING_SETTINGS);
      case Step.WriteCluster s ->
          small("stable", s.row().stableRevision(), "make stable settings", Reason.SETTINGS_STABLE);
      case Step.Publish s ->
          small("publish", s.serving().size() + " servers", "publish", Reason.PUBLISHING_ENDPOINTS);
      case Step.Forget s -> small("forget", s.row().ip(), "forget node", Reason.FORGETTING_NODE);
      case Step.PruneSettings s ->
          small("prune-settings", s.revision(), "delete settings", Reason.PRUNING);
      case Step.PruneTemplate s ->
          noted(
              "prune-template:" + s.version(),
              "delete template version " + s.version(),
              Reason.PRUNING);
      case Step.CreateTemplate s ->
          large(
              "template:" + s.hash(),
              "create template version " + s.hash(),
              Reason.CREATING_TEMPLATE);
      case Step.MakeDefault s ->
          noted(
              "default:" + s.version(),
              "make template version " + s.version() + " the default",
              Reason.CORRECTING_DRIFT);
      case Step.Give s ->
          noted(
              s.order().id() + "@" + s.to().instance(),
              "order " + s.order().id() + " for " + s.to().instance(),
              Reason.APPLYING_SETTINGS);
      case Step.DeleteTemplate s -> deletion("template", Effect.LARGE);
      case Step.DeleteTables s -> deletion("tables", Effect.SMALL);
      case Step.DeleteEndpoints s -> deletion("service", Effect.SMALL);
      case Step.OfGroup s -> ofGroup(s);
    };
  }

  private static StepWords ofGroup(Step.OfGroup step) {
    return switch (step) {
      case Step.CreateGroup s ->
          large("create-group", "create the Auto Scaling group", Reason.CREATING_GROUP);
      case Step.CorrectGroup s ->
          noted(
              "correct:" + s.field().text(),
              "correct " + s.field().text(),
              Reason.CORRECTING_DRIFT);
      case Step.Try s ->
          noted(
              Rollback.trial(s.hash(), s.newestFailure()),
              "correct " + GroupField.TEMPLATE.text(),
              Reason.CORRECTING_DRIFT);
      case Step.RollBack s ->
          noted(
              Rollback.givenUp(s.hash(), s.generation()),
              "give up template " + s.hash() + ": " + s.trouble(),
              Reason.ROLLING_BACK);
      case Step.Resize s -> resize(s.size());
      case Step.Terminate s -> terminate(s);
      case Step.Dismiss s -> dismissal(s.instance());
      case Step.DeleteGroup s -> deletion("group", Effect.LARGE);
    };
  }

  /** The id under which the replacement of an instance is noted. */
  static String replacement(String instance) {
    return "replace:" + instance;
  }

  /** The id under which the retirement of an instance is noted. */
  static String retirement(String instance) {
    return "retire:" + instance;
  }

  private static StepWords dismissal(String instance) {
    return noted("dismiss:" + instance, "dismiss " + instance, Reason.RETIRING_NODE);
  }

  private static StepWords deletion(String thing, Effect effect) {
    return new StepWords("delete-" + thing, "delete the " + thing, Reason.DELETING, effect);
  }

  private static StepWords terminate(Step.Terminate step) {
    String instance = step.instance();
    return step.capacity() == Capacity.KEEP
        ? noted(replacement(instance), "replace " + instance, Reason.REPLACING_NODE)
        : large(retirement(instance), "retire " + instance, Reason.RETIRING_NODE);
  }

  private static StepWords resize(Size size) {
    return large("resize:" + size, "set size " + size, Reason.SCALING);
  }

  private static StepWords small(String verb, String object, String what, Reason reason) {
    return new StepWords(verb + ":" + object, what + " " + object, reason, Effect.SMALL);
  }

  private static StepWords noted(String id, String what, Reason reason) {
    return new StepWords(id, what, reason, Effect.NOTED);
  }

  private static StepWords large(String id, String what, Reason reason) {
    return new StepWords(id, what, reason, Effect.LARGE);
  }
}
