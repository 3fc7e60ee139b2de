package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.Hook;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.settings.Blueprint;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of the group and of the template is not as wanted, whether the wish has changed or somebody
 * has changed the thing: one step for each field, naming what was seen and what is wanted.
 */
final class Drift {

  private Drift() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    Template.Version target = Rollback.target(situation, blueprint);
    long version = target.number();
    if (situation.group().isEmpty() || version == 0) {
      return;
    }
    GroupSpec wanted = blueprint.group(situation.spec().nodes(), target);
    Group group = situation.group().get();
    for (GroupField field : GroupField.values()) {
      Object seen = seen(field, group, wanted);
      Object want = wanted(field, wanted);
      if (!Objects.equals(seen, want)) {
        String why = why(field.text(), seen, want);
        draft.step(
            field == GroupField.TEMPLATE && target.hash().equals(blueprint.templateHash())
                ? new Step.Try(wanted, target.hash(), group.failures().newest(), why)
                : new Step.CorrectGroup(wanted, field, why));
      }
    }
    situation
        .template()
        .map(Template::defaultVersion)
        .filter(seen -> seen != version)
        .ifPresent(
            seen ->
                draft.step(new Step.MakeDefault(version, why("defaultVersion", seen, version))));
  }

  private static String why(String field, @Nullable Object seen, Object wanted) {
    return "%s is %s, wanted %s".formatted(field, seen, wanted);
  }

  private static Object wanted(GroupField field, GroupSpec spec) {
    return switch (field) {
      case TEMPLATE -> spec.templateVersion();
      case SUBNETS -> spec.subnets();
      case HOOKS -> new TreeMap<>(byName(spec));
      case TAGS -> spec.tags();
      case PROTECTION -> spec.protectedFromScaleIn();
      case SUSPENDED -> spec.suspended();
    };
  }

  /** What was seen, without hooks and tags that are none of our business. */
  private static @Nullable Object seen(GroupField field, Group group, GroupSpec spec) {
    return switch (field) {
      case TEMPLATE -> group.templateVersion();
      case SUBNETS -> new TreeSet<>(group.subnets());
      case HOOKS -> only(group.hooks(), byName(spec));
      case TAGS -> only(group.tags(), spec.tags());
      case PROTECTION -> group.protectedFromScaleIn();
      case SUSPENDED -> new TreeSet<>(group.suspended());
    };
  }

  private static Map<String, Hook> byName(GroupSpec spec) {
    return spec.hooks().stream().collect(Collectors.toMap(Hook::name, Function.identity()));
  }

  private static <T> Map<String, T> only(Map<String, T> seen, Map<String, T> wanted) {
    Map<String, T> ours = new TreeMap<>(seen);
    ours.keySet().retainAll(wanted.keySet());
    return ours;
  }
}
