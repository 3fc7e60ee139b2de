package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.settings.Blueprint;

/** The template version that the specification asks for, and the group. */
final class Launching {

  /** Stands for the number of a version that is still to be created. */
  private static final long NOT_YET = 0;

  private Launching() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    if (wanted(situation, blueprint).number() == NOT_YET) {
      draft.step(
          new Step.CreateTemplate(
              blueprint.template(),
              blueprint.templateHash(),
              "no template version is made from image %s, type %s (hash %s)"
                  .formatted(
                      blueprint.template().image(),
                      blueprint.template().instanceType(),
                      blueprint.templateHash())));
    }
    if (situation.group().isEmpty()) {
      draft.step(
          new Step.CreateGroup(
              blueprint.group(situation.spec().nodes(), wanted(situation, blueprint), Size.CLOSED),
              "the group does not exist; it launches nothing until all that a node needs is there"));
    } else if (situation.group().get().deleting()) {
      draft.bar(Reason.GROUP_LEAVING, "the group is being deleted by somebody; then it is created");
    }
  }

  /** A group that does not exist yet, or was created and launches nothing so far, gets its size. */
  static void open(Situation situation, Blueprint blueprint, Draft draft) {
    if (situation.group().map(Group::size).orElse(Size.CLOSED).equals(Size.CLOSED)
        && !blueprint.size().equals(Size.CLOSED)) {
      draft.step(
          new Step.Resize(
              blueprint.size(), "all that a node needs is there; wanted " + blueprint.size()));
    }
  }

  /**
   * The version of the template that the specification asks for; number zero while there is none.
   */
  static Template.Version wanted(Situation situation, Blueprint blueprint) {
    String hash = blueprint.templateHash();
    return new Template.Version(
        situation.template().flatMap(t -> t.versionOf(hash)).orElse(NOT_YET), hash);
  }
}
