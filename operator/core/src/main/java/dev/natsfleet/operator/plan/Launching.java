package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.settings.Blueprint;

/** The template version that the specification asks for, and the group. */
final class Launching {

  /** Stands for the number of a version that is still to be created. */
  private static final long NOT_YET = 0;

  private Launching() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    if (version(situation, blueprint) == NOT_YET) {
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
              spec(situation, blueprint),
              "the group does not exist; wanted size " + blueprint.size()));
    } else if (situation.group().get().deleting()) {
      draft.bar(Reason.GROUP_LEAVING, "the group is being deleted by somebody; then it is created");
    }
  }

  /** The number of the wanted template version, or zero while there is none. */
  static long version(Situation situation, Blueprint blueprint) {
    return situation.template().flatMap(t -> t.versionOf(blueprint.templateHash())).orElse(NOT_YET);
  }

  static GroupSpec spec(Situation situation, Blueprint blueprint) {
    return blueprint.group(situation.spec().nodes(), version(situation, blueprint));
  }
}
