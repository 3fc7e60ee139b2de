package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.DeleteLaunchTemplateVersions;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeLaunchTemplateVersions;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeLaunchTemplates;
import dev.natsfleet.local.cloud.ec2.Ec2Command.ModifyLaunchTemplate;
import dev.natsfleet.local.cloud.ec2.Ec2Result.ListedVersion;
import dev.natsfleet.local.cloud.ec2.Ec2Result.RefusedDeletion;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.query.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Commands that list, delete and change launch templates. */
final class TemplateCommands {

  private static final int PAGE = 200;

  private static final Map<String, Function<VersionedTemplate, List<String>>> FACTS =
      Map.of("launch-template-name", versionedTemplate -> List.of(versionedTemplate.name()));

  private static final String ALL_TEMPLATES =
      "To describe the launch template data for all your launch templates, for ‘--versions’ specify"
          + " ‘$Latest’, ‘$Default’, or both, and omit ‘--launch-template-id’,"
          + " ‘--launch-template-name’, and version numbers. To describe the launch template data"
          + " for a specific launch template, specify ‘--launch-template-id’ or"
          + " ‘--launch-template-name’, and for ‘--versions’ specify one or more of the following"
          + " values: ‘$Latest’, ‘$Default’, or one or more version numbers.";

  private final TemplateStore templates;

  TemplateCommands(TemplateStore templates) {
    this.templates = templates;
  }

  Ec2Result describe(DescribeLaunchTemplates command) {
    Stream<TemplateRef> named =
        Stream.concat(
            command.ids().stream().map(id -> new TemplateRef(id, null)),
            command.names().stream().map(name -> new TemplateRef(null, name)));
    refuseUnknown(command.names());
    List<VersionedTemplate> asked = named.map(templates::describe).toList();
    boolean all = command.ids().isEmpty() && command.names().isEmpty();
    List<VersionedTemplate> kept =
        Filter.select(
            all ? templates.described() : asked, command.filters(), FACTS, VersionedTemplate::tags);
    return new Ec2Result.Templates(command.page().cut(kept, PAGE, PAGE));
  }

  private void refuseUnknown(List<String> names) {
    List<String> known = templates.described().stream().map(VersionedTemplate::name).toList();
    if (!known.containsAll(names)) {
      throw CloudException.of(
          "InvalidLaunchTemplateName.NotFoundException",
          "At least one of the launch templates specified in the request does not exist.");
    }
  }

  Ec2Result describe(DescribeLaunchTemplateVersions command) {
    List<ListedVersion> versions =
        command.template() == null
            ? ofAllTemplates(command)
            : ofOne(templates.describe(command.template()), command.versions());
    return new Ec2Result.Versions(command.page().cut(versions, PAGE, PAGE));
  }

  private List<ListedVersion> ofOne(VersionedTemplate versionedTemplate, List<String> versions) {
    Stream<TemplateVersion> wanted =
        versions.isEmpty()
            ? versionedTemplate.versions().values().stream()
            : versions.stream().map(version -> templates.version(versionedTemplate, version));
    return wanted
        .distinct()
        .sorted(Comparator.comparing(TemplateVersion::number).reversed())
        .map(version -> new ListedVersion(versionedTemplate, version))
        .toList();
  }

  private List<ListedVersion> ofAllTemplates(DescribeLaunchTemplateVersions command) {
    if (command.versions().isEmpty()) {
      throw CloudException.of("MissingParameter", ALL_TEMPLATES);
    }
    if (!command.versions().stream().allMatch(version -> version.startsWith("$"))) {
      throw CloudException.of("InvalidParameterValue", ALL_TEMPLATES);
    }
    return templates.described().stream()
        .flatMap(t -> ofOne(t, command.versions()).stream())
        .toList();
  }

  Ec2Result delete(DeleteLaunchTemplateVersions command) {
    VersionedTemplate versionedTemplate = templates.get(command.template());
    List<Long> deleted = new ArrayList<>();
    List<RefusedDeletion> kept = new ArrayList<>();
    for (String version : command.versions()) {
      long number = versionedTemplate.resolve(version);
      if (number == versionedTemplate.defaultVersion()) {
        kept.add(
            new RefusedDeletion(
                number,
                "unexpectedError",
                "Default version of a launch template cannot be deleted."));
      } else if (!versionedTemplate.versions().containsKey(number)) {
        kept.add(
            new RefusedDeletion(
                number, "launchTemplateVersionDoesNotExist", "Version does not exist."));
      } else {
        deleted.add(number);
        versionedTemplate = templates.put(versionedTemplate.withoutVersion(number));
      }
    }
    return new Ec2Result.DeletedVersions(versionedTemplate, deleted, kept);
  }

  Ec2Result modify(ModifyLaunchTemplate command) {
    VersionedTemplate versionedTemplate = templates.get(command.template());
    long version = versionedTemplate.resolve(command.defaultVersion());
    if (!versionedTemplate.versions().containsKey(version)) {
      throw CloudException.of(
          "InvalidLaunchTemplateId.VersionNotFound",
          "The launch template version "
              + version
              + " is not found for the specified launch template.");
    }
    return new Ec2Result.OneTemplate(templates.put(versionedTemplate.withDefault(version)));
  }
}
