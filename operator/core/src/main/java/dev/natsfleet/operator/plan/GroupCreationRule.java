package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LaunchTemplate;

/** Creates the template version that the specification asks for, and the group. */
final class GroupCreationRule {

  /** The number of a version that is still to be created. */
  private static final long NO_VERSION = 0;

  private GroupCreationRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    if (wanted(context, resources).number() == NO_VERSION) {
      plan.step(
          new Step.CreateTemplate(
              resources.template(),
              wanted(context, resources).description(),
              "no template version is made from image %s, type %s (hash %s)"
                  .formatted(
                      resources.template().image(),
                      resources.template().instanceType(),
                      resources.templateHash())));
    }
    if (context.group().isEmpty()) {
      plan.step(
          new Step.CreateGroup(
              resources.group(wanted(context, resources), GroupSize.CLOSED),
              "the group does not exist; it launches nothing until all that a node needs is"
                  + " there"));
    } else if (context.group().get().deleting()) {
      plan.postpone(
          Reason.GROUP_LEAVING, "somebody is deleting the group; it is created anew afterwards");
    }
  }

  /**
   * The version of the template that the specification asks for; number zero while there is none.
   */
  static LaunchTemplate.Version wanted(PlanContext context, DesiredResources resources) {
    LaunchTemplate.Version wanted = resources.version(NO_VERSION);
    return context.template().flatMap(t -> t.version(wanted.description())).orElse(wanted);
  }
}
