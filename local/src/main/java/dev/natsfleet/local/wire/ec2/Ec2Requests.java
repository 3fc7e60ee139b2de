package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.wire.format.Params;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of each action, one entry per action. */
public final class Ec2Requests {

  private static final Map<String, Function<Params, Ec2Command>> ACTIONS = new HashMap<>();

  static {
    templates();
    instances();
    network();
    tags();
  }

  private Ec2Requests() {}

  /** The reader of an action's parameters; empty if the cloud has no such action. */
  public static Optional<Function<Params, Ec2Command>> action(String name) {
    return Optional.ofNullable(ACTIONS.get(name));
  }

  private static void templates() {
    ACTIONS.put(
        "CreateLaunchTemplate",
        p ->
            new Ec2Command.CreateLaunchTemplate(
                p.required("LaunchTemplateName"),
                p.text("VersionDescription"),
                TemplateContentParser.template(p.part("LaunchTemplateData")),
                TemplateContentParser.tagSpecifications(p)
                    .getOrDefault("launch-template", Map.of()),
                p.text("ClientToken")));
    ACTIONS.put(
        "CreateLaunchTemplateVersion",
        p ->
            new Ec2Command.CreateLaunchTemplateVersion(
                template(p),
                p.text("SourceVersion"),
                p.text("VersionDescription"),
                TemplateContentParser.template(p.part("LaunchTemplateData")),
                p.text("ClientToken")));
    ACTIONS.put(
        "DescribeLaunchTemplates",
        p ->
            new Ec2Command.DescribeLaunchTemplates(
                p.texts("LaunchTemplateId"), p.texts("LaunchTemplateName"), filters(p), page(p)));
    ACTIONS.put(
        "DescribeLaunchTemplateVersions",
        p -> {
          TemplateRef ref = template(p);
          boolean none = ref.id() == null && ref.name() == null;
          return new Ec2Command.DescribeLaunchTemplateVersions(
              none ? null : ref, p.texts("LaunchTemplateVersion"), page(p));
        });
    ACTIONS.put("DeleteLaunchTemplate", p -> new Ec2Command.DeleteLaunchTemplate(template(p)));
    ACTIONS.put(
        "DeleteLaunchTemplateVersions",
        p ->
            new Ec2Command.DeleteLaunchTemplateVersions(
                template(p), p.texts("LaunchTemplateVersion")));
    ACTIONS.put(
        "ModifyLaunchTemplate",
        p ->
            new Ec2Command.ModifyLaunchTemplate(
                template(p), p.required("SetDefaultVersion"), p.text("ClientToken")));
  }

  private static void instances() {
    ACTIONS.put(
        "RunInstances",
        p -> {
          Params template = p.part("LaunchTemplate");
          TemplateRef ref = template(template);
          return new Ec2Command.RunInstances(
              template.isPresent() ? ref : null,
              template.text("Version"),
              TemplateContentParser.inline(p),
              p.text("SubnetId"),
              new Ec2Command.Count(p.requiredNumber("MinCount"), p.requiredNumber("MaxCount")),
              p.text("ClientToken"));
        });
    ACTIONS.put(
        "DescribeInstances",
        p -> new Ec2Command.DescribeInstances(p.texts("InstanceId"), filters(p), page(p)));
    ACTIONS.put(
        "TerminateInstances", p -> new Ec2Command.TerminateInstances(p.texts("InstanceId")));
  }

  private static void network() {
    ACTIONS.put(
        "DescribeSubnets",
        p -> new Ec2Command.DescribeSubnets(p.texts("SubnetId"), filters(p), page(p)));
    ACTIONS.put(
        "DescribeImages",
        p -> {
          p.flag("IncludeDeprecated", false); // the catalogue has no deprecated image
          return new Ec2Command.DescribeImages(
              p.texts("ImageId"), p.texts("Owner"), filters(p), page(p));
        });
    ACTIONS.put(
        "DescribeSecurityGroups",
        p -> new Ec2Command.DescribeSecurityGroups(p.texts("GroupId"), filters(p), page(p)));
    ACTIONS.put(
        "DescribeAvailabilityZones",
        p -> new Ec2Command.DescribeAvailabilityZones(p.texts("ZoneName"), filters(p)));
  }

  private static void tags() {
    ACTIONS.put(
        "CreateTags",
        p -> new Ec2Command.CreateTags(p.texts("ResourceId"), TemplateContentParser.tags(p)));
    ACTIONS.put(
        "DeleteTags",
        p -> {
          Map<String, @Nullable String> tags = new HashMap<>();
          p.parts("Tag").forEach(tag -> tags.put(tag.required("Key"), tag.text("Value")));
          return new Ec2Command.DeleteTags(p.texts("ResourceId"), tags);
        });
    ACTIONS.put("DescribeTags", p -> new Ec2Command.DescribeTags(filters(p), page(p)));
  }

  private static TemplateRef template(Params p) {
    return new TemplateRef(p.text("LaunchTemplateId"), p.text("LaunchTemplateName"));
  }

  private static List<Filter> filters(Params p) {
    return p.parts("Filter").stream()
        .map(filter -> new Filter(filter.required("Name"), filter.texts("Value")))
        .toList();
  }

  private static PageRequest page(Params p) {
    return new PageRequest(p.number("MaxResults"), p.text("NextToken"));
  }
}
