package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.Instances.ObservedInstance;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Corrects the tags of the instances in service: a group gives its tags to those that it launches,
 * and to no others. An agent that starts again reads from them whose node it is. Tags that the
 * specification does not name are left alone.
 */
final class InstanceTagsRule {

  private InstanceTagsRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    context.inService().stream()
        .filter(ObservedNode::isRunning)
        .flatMap(node -> node.machine().stream())
        .flatMap(machine -> correction(machine, resources).stream())
        .forEach(plan::step);
  }

  private static Optional<Step> correction(ObservedInstance machine, DesiredResources resources) {
    SortedMap<String, String> wrong = new TreeMap<>(resources.template().tags());
    wrong.entrySet().removeIf(tag -> tag.getValue().equals(machine.tags().get(tag.getKey())));
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step.CorrectTags(machine.id(), wrong, why(machine, wrong)));
  }

  private static String why(ObservedInstance machine, SortedMap<String, String> wrong) {
    return wrong.entrySet().stream()
        .map(
            tag ->
                "%s is %s, wanted %s"
                    .formatted(
                        tag.getKey(),
                        Objects.requireNonNullElse(machine.tags().get(tag.getKey()), "absent"),
                        tag.getValue()))
        .collect(Collectors.joining("; "));
  }
}
