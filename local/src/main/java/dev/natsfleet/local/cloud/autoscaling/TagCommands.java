package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeTags;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tags of groups; instances keep those they were launched with. */
final class TagCommands {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();

  private static final Map<String, Function<GroupTag, List<String>>> FACTS =
      Map.of(
          "auto-scaling-group", tag -> List.of(tag.group()),
          "key", tag -> List.of(tag.key()),
          "value", tag -> List.of(tag.value()),
          "propagate-at-launch", tag -> List.of(Boolean.toString(tag.atLaunch())));

  private final Groups groups;

  TagCommands(Groups groups) {
    this.groups = groups;
  }

  AutoScalingResult put(List<GroupTag> tags) {
    tags.forEach(this::check);
    tags.forEach(tag -> groups.get(tag.group()).tags.put(tag.key(), tag));
    return DONE;
  }

  AutoScalingResult delete(List<GroupTag> tags) {
    tags.forEach(this::check);
    tags.forEach(tag -> groups.get(tag.group()).tags.remove(tag.key()));
    return DONE;
  }

  private void check(GroupTag tag) {
    groups.get(tag.group());
    if (tag.key().startsWith("aws:")) {
      throw Refusal.validation("Tag keys beginning with 'aws:' are reserved.");
    }
  }

  AutoScalingResult describe(DescribeTags command) {
    List<GroupTag> all =
        groups.all().stream().flatMap(group -> group.tags.values().stream()).toList();
    List<GroupTag> kept =
        Filter.keep(all, command.filters(), FACTS, tag -> Map.of(tag.key(), tag.value()));
    return new AutoScalingResult.Tags(command.page().cut(kept, 50, 100));
  }
}
