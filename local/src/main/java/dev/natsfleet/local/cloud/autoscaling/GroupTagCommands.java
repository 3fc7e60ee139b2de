package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeTags;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Commands for tags of groups. Instances keep the tags they were launched with. */
final class GroupTagCommands {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();

  private static final Map<String, Function<GroupTag, List<String>>> FACTS =
      Map.of(
          "auto-scaling-group", tag -> List.of(tag.group()),
          "key", tag -> List.of(tag.key()),
          "value", tag -> List.of(tag.value()),
          "propagate-at-launch", tag -> List.of(Boolean.toString(tag.atLaunch())));

  private final Groups groups;

  GroupTagCommands(Groups groups) {
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
      throw CloudException.validation("Tag keys beginning with 'aws:' are reserved.");
    }
  }

  AutoScalingResult describe(DescribeTags command) {
    List<GroupTag> all =
        groups.described().stream().flatMap(group -> group.tags().stream()).toList();
    List<GroupTag> kept =
        Filter.select(all, command.filters(), FACTS, tag -> Map.of(tag.key(), tag.value()));
    return new AutoScalingResult.Tags(command.page().cut(kept, 50, 100));
  }
}
