package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.CreateLaunchTemplate;
import dev.natsfleet.local.cloud.ec2.Ec2Command.CreateLaunchTemplateVersion;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Launch templates and their numbered versions. */
public final class LaunchTemplates {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9().\\-/_]{3,128}");

  private final World world;
  private final Map<String, Template> templates = new LinkedHashMap<>();

  public LaunchTemplates(World world) {
    this.world = world;
  }

  public List<Template> all() {
    return List.copyOf(templates.values());
  }

  public Optional<Template> find(TemplateRef ref) {
    return templates.values().stream()
        .filter(t -> t.id().equals(ref.id()) || t.name().equals(ref.name()))
        .findFirst();
  }

  /** Refuses like EC2 when there is none. */
  public Template get(TemplateRef ref) {
    if (ref.id() == null && ref.name() == null) {
      throw Refusal.of(
          "MissingParameter", "Either LaunchTemplateId or LaunchTemplateName must be specified.");
    }
    return find(ref).orElseThrow(() -> missing(ref));
  }

  private static Refusal missing(TemplateRef ref) {
    return ref.id() != null
        ? Refusal.of(
            "InvalidLaunchTemplateId.NotFound",
            "The specified launch template, with template ID " + ref.id() + ", does not exist.")
        : Refusal.of(
            "InvalidLaunchTemplateName.NotFoundException",
            "The specified launch template, with template name "
                + ref.name()
                + ", does not exist.");
  }

  /** Refuses like EC2 when there is no such version. */
  public TemplateVersion version(Template template, @Nullable String version) {
    TemplateVersion found = template.versions().get(template.resolve(version));
    if (found == null) {
      throw Refusal.of(
          "InvalidLaunchTemplateId.VersionNotFound",
          "Could not find the specified version "
              + version
              + " for the launch template with ID "
              + template.id()
              + ".");
    }
    return found;
  }

  Template create(CreateLaunchTemplate command, String by) {
    if (!NAME.matcher(command.name()).matches()) {
      throw Refusal.of(
          "InvalidLaunchTemplateName.MalformedException",
          "Launch template name must be between 3 and 128 characters of letters, digits and"
              + " ( ) . - / _, but was '"
              + command.name()
              + "'.");
    }
    if (find(new TemplateRef(null, command.name())).isPresent()) {
      throw Refusal.of(
          "InvalidLaunchTemplateName.AlreadyExistsException",
          "Launch template name already in use.");
    }
    TemplateVersion first =
        new TemplateVersion(1, command.description(), world.now(), by, command.content());
    Template empty =
        new Template(
            world.id("lt"), command.name(), world.now(), by, command.tags(), 1, 0, new TreeMap<>());
    return put(empty.plus(first));
  }

  TemplateVersion add(CreateLaunchTemplateVersion command, String by) {
    Template template = get(command.template());
    TemplateContent content =
        command.source() == null
            ? command.content()
            : version(template, command.source()).content().under(command.content());
    TemplateVersion version =
        new TemplateVersion(template.latest() + 1, command.description(), world.now(), by, content);
    put(template.plus(version));
    return version;
  }

  Template put(Template template) {
    templates.put(template.id(), template);
    return template;
  }

  Template remove(TemplateRef ref) {
    Template template = get(ref);
    templates.remove(template.id());
    return template;
  }
}
