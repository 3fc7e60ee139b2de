package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.DeleteLaunchTemplateVersions;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeLaunchTemplateVersions;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeLaunchTemplates;
import dev.natsfleet.local.cloud.ec2.Ec2Command.ModifyLaunchTemplate;
import dev.natsfleet.local.cloud.ec2.Ec2Result.Kept;
import dev.natsfleet.local.cloud.ec2.Ec2Result.Listed;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.query.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists, deletes and changes launch templates. */
final class TemplateCommands {

  private static final int PAGE = 200;

  private static final Map<String, Function<Template, List<String>>> FACTS =
      Map.of("launch-template-name", template -> List.of(template.name()));

  private final LaunchTemplates templates;

  TemplateCommands(LaunchTemplates templates) {
    this.templates = templates;
  }

  Ec2Result describe(DescribeLaunchTemplates command) {
    Stream<TemplateRef> named =
        Stream.concat(
            command.ids().stream().map(id -> new TemplateRef(id, null)),
            command.names().stream().map(name -> new TemplateRef(null, name)));
    List<Template> asked = named.map(templates::get).toList();
    boolean all = command.ids().isEmpty() && command.names().isEmpty();
    List<Template> kept =
        Filter.keep(all ? templates.all() : asked, command.filters(), FACTS, Template::tags);
    return new Ec2Result.Templates(command.page().cut(kept, PAGE, PAGE));
  }

  Ec2Result describe(DescribeLaunchTemplateVersions command) {
    List<Listed> versions =
        command.template() == null
            ? ofAllTemplates(command)
            : ofOne(templates.get(command.template()), command.versions());
    return new Ec2Result.Versions(command.page().cut(versions, PAGE, PAGE));
  }

  private List<Listed> ofOne(Template template, List<String> versions) {
    Stream<TemplateVersion> wanted =
        versions.isEmpty()
            ? template.versions().values().stream()
            : versions.stream().map(version -> templates.version(template, version));
    return wanted
        .distinct()
        .sorted(Comparator.comparing(TemplateVersion::number).reversed())
        .map(version -> new Listed(template, version))
        .toList();
  }

  private List<Listed> ofAllTemplates(DescribeLaunchTemplateVersions command) {
    boolean aliases = command.versions().stream().allMatch(version -> version.startsWith("$"));
    if (command.versions().isEmpty() || !aliases) {
      throw Refusal.of(
          "MissingParameter",
          "Either LaunchTemplateId or LaunchTemplateName must be specified, unless Versions is"
              + " $Latest, $Default, or both.");
    }
    return templates.all().stream().flatMap(t -> ofOne(t, command.versions()).stream()).toList();
  }

  Ec2Result delete(DeleteLaunchTemplateVersions command) {
    Template template = templates.get(command.template());
    List<Long> deleted = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (String version : command.versions()) {
      long number = template.resolve(version);
      if (number == template.defaultVersion()) {
        kept.add(
            new Kept(
                number,
                "unexpectedError",
                "Default version of a launch template cannot be deleted."));
      } else if (!template.versions().containsKey(number)) {
        kept.add(new Kept(number, "launchTemplateVersionDoesNotExist", "Version does not exist."));
      } else {
        deleted.add(number);
        template = templates.put(template.minus(number));
      }
    }
    return new Ec2Result.DeletedVersions(template, deleted, kept);
  }

  Ec2Result modify(ModifyLaunchTemplate command) {
    Template template = templates.get(command.template());
    TemplateVersion version = templates.version(template, command.defaultVersion());
    return new Ec2Result.OneTemplate(templates.put(template.withDefault(version.number())));
  }
}
