package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.CreateLaunchTemplate;
import dev.natsfleet.local.cloud.ec2.Ec2Command.CreateLaunchTemplateVersion;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.PropagatedView;
import dev.natsfleet.local.cloud.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Launch templates and their numbered versions. */
public final class TemplateStore {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9().\\-/_]{3,128}");

  private final World world;
  private final Map<String, VersionedTemplate> templates = new LinkedHashMap<>();
  private final PropagatedView<VersionedTemplate> described;

  public TemplateStore(World world) {
    this.world = world;
    this.described = world.view(() -> templates);
  }

  public List<VersionedTemplate> all() {
    return List.copyOf(templates.values());
  }

  public Optional<VersionedTemplate> find(TemplateRef ref) {
    return find(templates, ref);
  }

  private static Optional<VersionedTemplate> find(
      Map<String, VersionedTemplate> among, TemplateRef ref) {
    return among.values().stream()
        .filter(t -> t.id().equals(ref.id()) || t.name().equals(ref.name()))
        .findFirst();
  }

  /** The template; refuses like EC2 if it does not exist. */
  public VersionedTemplate get(TemplateRef ref) {
    validate(ref);
    return find(ref).orElseThrow(() -> missing(ref));
  }

  private static void validate(TemplateRef ref) {
    if (ref.id() == null && ref.name() == null) {
      throw CloudException.of(
          "MissingParameter",
          "The request must contain the parameter launch template ID or launch template name");
    }
    if (ref.id() != null && ref.name() != null) {
      throw CloudException.of(
          "InvalidParameterCombination",
          "Either provide launch template ID or launch template name to modify the template.");
    }
  }

  /** The templates as describe calls show them. */
  List<VersionedTemplate> described() {
    return List.copyOf(described.read().values());
  }

  /** The template as describe calls show it; refuses like EC2 if they do not show it (yet). */
  VersionedTemplate describe(TemplateRef ref) {
    validate(ref);
    return find(described.read(), ref).orElseThrow(() -> missing(ref));
  }

  private static CloudException missing(TemplateRef ref) {
    return ref.id() != null
        ? CloudException.of(
            "InvalidLaunchTemplateId.NotFound",
            "The specified launch template, with template ID " + ref.id() + ", does not exist.")
        : CloudException.of(
            "InvalidLaunchTemplateName.NotFoundException",
            "The specified launch template, with template name "
                + ref.name()
                + ", does not exist.");
  }

  /** A version of the template; refuses like EC2 if it does not exist. */
  public TemplateVersion version(VersionedTemplate versionedTemplate, @Nullable String version) {
    TemplateVersion found = versionedTemplate.versions().get(versionedTemplate.resolve(version));
    if (found == null) {
      throw CloudException.of(
          "InvalidLaunchTemplateId.VersionNotFound",
          "Could not find the specified version "
              + version
              + " for the launch template with ID "
              + versionedTemplate.id()
              + ".");
    }
    return found;
  }

  VersionedTemplate create(CreateLaunchTemplate command, String by) {
    if (!NAME.matcher(command.name()).matches()) {
      throw CloudException.of(
          "InvalidLaunchTemplateName.MalformedException",
          "Launch template name must be between 3 and 128 characters of letters, digits and"
              + " ( ) . - / _, but was '"
              + command.name()
              + "'.");
    }
    InstanceTags.limit(command.tags());
    if (find(new TemplateRef(null, command.name())).isPresent()) {
      throw CloudException.of(
          "InvalidLaunchTemplateName.AlreadyExistsException",
          "Launch template name already in use.");
    }
    TemplateVersion first =
        new TemplateVersion(1, command.description(), world.now(), by, command.content());
    VersionedTemplate empty =
        new VersionedTemplate(
            world.id("lt"), command.name(), world.now(), by, command.tags(), 1, 0, new TreeMap<>());
    return put(empty.withVersion(first));
  }

  TemplateVersion add(CreateLaunchTemplateVersion command, String by) {
    VersionedTemplate versionedTemplate = get(command.template());
    TemplateContent content =
        command.source() == null
            ? command.content()
            : version(versionedTemplate, command.source())
                .content()
                .overlaidWith(command.content());
    TemplateVersion version =
        new TemplateVersion(
            versionedTemplate.latest() + 1, command.description(), world.now(), by, content);
    put(versionedTemplate.withVersion(version));
    return version;
  }

  VersionedTemplate put(VersionedTemplate versionedTemplate) {
    templates.put(versionedTemplate.id(), versionedTemplate);
    return versionedTemplate;
  }

  VersionedTemplate remove(TemplateRef ref) {
    VersionedTemplate versionedTemplate = get(ref);
    templates.remove(versionedTemplate.id());
    return versionedTemplate;
  }
}
