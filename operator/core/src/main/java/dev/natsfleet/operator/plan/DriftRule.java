package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroupSpec;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Corrects what differs in the group and in the template, whether the specification or the AWS side
 * was changed: one step for each field, naming what was seen and what is wanted.
 */
final class DriftRule {

  private DriftRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    LaunchTemplate.Version target = TemplateRollback.target(context, resources);
    long version = target.number();
    if (context.group().isEmpty() || version == 0) {
      return;
    }
    NodeGroupSpec wanted = resources.group(target);
    NodeGroup group = context.group().get();
    for (NodeGroupField field : NodeGroupField.values()) {
      Object seen = seen(field, group, wanted);
      Object want = wanted(field, wanted);
      if (!Objects.equals(seen, want)) {
        String why = why(field.text(), seen, want);
        plan.step(
            field == NodeGroupField.TEMPLATE && target.hash().equals(resources.templateHash())
                ? new Step.TryTemplate(wanted, target.hash(), group.failures().newest(), why)
                : new Step.CorrectGroup(wanted, field, why));
      }
    }
    context
        .template()
        .map(LaunchTemplate::defaultVersion)
        .filter(seen -> seen != version)
        .ifPresent(
            seen -> plan.step(new Step.MakeDefault(version, why("defaultVersion", seen, version))));
  }

  private static String why(String field, @Nullable Object seen, Object wanted) {
    return "%s is %s, wanted %s".formatted(field, seen, wanted);
  }

  private static Object wanted(NodeGroupField field, NodeGroupSpec spec) {
    return switch (field) {
      case TEMPLATE -> spec.templateVersion();
      case SUBNETS -> spec.subnets();
      case HOOKS -> new TreeMap<>(byName(spec));
      case TAGS -> spec.tags();
      case PROTECTION -> spec.protectedFromScaleIn();
      case SUSPENDED -> spec.suspended();
    };
  }

  /** What was seen, without hooks and tags that the specification does not name. */
  private static @Nullable Object seen(NodeGroupField field, NodeGroup group, NodeGroupSpec spec) {
    return switch (field) {
      case TEMPLATE -> group.templateVersion();
      case SUBNETS -> new TreeSet<>(group.subnets());
      case HOOKS -> only(group.hooks(), byName(spec));
      case TAGS -> only(group.tags(), spec.tags());
      case PROTECTION -> group.protectedFromScaleIn();
      case SUSPENDED -> new TreeSet<>(group.suspended());
    };
  }

  private static Map<String, LifecycleHook> byName(NodeGroupSpec spec) {
    return spec.hooks().stream()
        .collect(Collectors.toMap(LifecycleHook::name, Function.identity()));
  }

  private static <T> Map<String, T> only(Map<String, T> seen, Map<String, T> wanted) {
    Map<String, T> ours = new TreeMap<>(seen);
    ours.keySet().retainAll(wanted.keySet());
    return ours;
  }
}
