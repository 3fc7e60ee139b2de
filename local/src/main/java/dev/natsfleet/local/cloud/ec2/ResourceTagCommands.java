package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeTags;
import dev.natsfleet.local.cloud.ec2.Ec2Result.ResourceTag;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.query.Filter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands for tags of instances and launch templates. */
final class ResourceTagCommands {

  private static final int PAGE = 1000;

  private static final Map<String, Function<ResourceTag, List<String>>> FACTS =
      Map.of(
          "key", tag -> List.of(tag.key()),
          "value", tag -> List.of(tag.value()),
          "resource-id", tag -> List.of(tag.resource()),
          "resource-type", tag -> List.of(tag.type()));

  private final InstanceStore instanceStore;
  private final TemplateStore templates;

  ResourceTagCommands(InstanceStore instanceStore, TemplateStore templates) {
    this.instanceStore = instanceStore;
    this.templates = templates;
  }

  Ec2Result create(List<String> resources, Map<String, String> tags) {
    tags.keySet().forEach(ResourceTagCommands::refuseReserved);
    return change(
        resources,
        old -> {
          Map<String, String> changed = new HashMap<>(old);
          changed.putAll(tags);
          return changed;
        });
  }

  Ec2Result delete(List<String> resources, Map<String, @Nullable String> tags) {
    tags.keySet().forEach(ResourceTagCommands::refuseReserved);
    return change(
        resources,
        old -> {
          Map<String, String> changed = new HashMap<>(old);
          tags.forEach(
              (key, value) ->
                  changed.computeIfPresent(
                      key, (k, v) -> value == null || value.equals(v) ? null : v));
          return changed;
        });
  }

  private static void refuseReserved(String key) {
    if (key.startsWith("aws:")) {
      throw CloudException.of(
          "InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use");
    }
  }

  private Ec2Result change(List<String> resources, UnaryOperator<Map<String, String>> by) {
    if (resources.isEmpty()) {
      throw CloudException.of(
          "MissingParameter", "The request must contain the parameter resourceIdSet");
    }
    resources.forEach(this::refuseUnknown);
    resources.forEach(id -> validate(id, by));
    for (String id : resources) {
      instanceStore
          .find(id)
          .ifPresent(instance -> instanceStore.tag(id, by.apply(instance.tags())));
      templates
          .find(new TemplateRef(id, null))
          .ifPresent(
              versionedTemplate ->
                  templates.put(versionedTemplate.withTags(by.apply(versionedTemplate.tags()))));
    }
    return new Ec2Result.Done();
  }

  private void validate(String id, UnaryOperator<Map<String, String>> by) {
    instanceStore
        .find(id)
        .ifPresent(i -> InstanceTags.validate(by.apply(i.tags()), i.content().metadata()));
    templates
        .find(new TemplateRef(id, null))
        .ifPresent(template -> InstanceTags.limit(by.apply(template.tags())));
  }

  private void refuseUnknown(String id) {
    if (id.startsWith("i-")) {
      instanceStore.describe(List.of(id));
    } else if (id.startsWith("lt-")) {
      templates.get(new TemplateRef(id, null));
    } else {
      throw CloudException.of("InvalidID", "The ID '" + id + "' is not valid");
    }
  }

  Ec2Result describe(DescribeTags command) {
    Stream<ResourceTag> ofInstances =
        instanceStore.described().stream().flatMap(i -> tags(i.id(), "instance", i.tags()));
    Stream<ResourceTag> ofTemplates =
        templates.described().stream().flatMap(t -> tags(t.id(), "launch-template", t.tags()));
    List<ResourceTag> all = Stream.concat(ofInstances, ofTemplates).toList();
    List<ResourceTag> kept =
        Filter.select(all, command.filters(), FACTS, tag -> Map.of(tag.key(), tag.value()));
    return new Ec2Result.Tags(command.page().cut(kept, PAGE, PAGE));
  }

  private static Stream<ResourceTag> tags(String id, String type, Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream().map(tag -> new ResourceTag(id, type, tag.getKey(), tag.getValue()));
  }
}
