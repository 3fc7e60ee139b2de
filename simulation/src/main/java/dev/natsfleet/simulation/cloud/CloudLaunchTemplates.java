package dev.natsfleet.simulation.cloud;

import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.ec2.TemplateVersion;
import dev.natsfleet.local.cloud.ec2.VersionedTemplate;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.LaunchTemplateSpec;
import dev.natsfleet.operator.port.LaunchTemplates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's port to EC2 launch templates. */
public final class CloudLaunchTemplates implements LaunchTemplates {

  private final SimulatedCloud cloud;
  private final String name;

  /** The template of one cluster. */
  public CloudLaunchTemplates(SimulatedCloud cloud, String name) {
    this.cloud = cloud;
    this.name = name;
  }

  @Override
  public Optional<LaunchTemplate> observe() {
    return template().map(CloudLaunchTemplates::read);
  }

  private Optional<VersionedTemplate> template() {
    Filter byName = new Filter("launch-template-name", List.of(name));
    Ec2Result result =
        cloud.execute(
            new Ec2Command.DescribeLaunchTemplates(
                List.of(), List.of(), List.of(byName), PageRequest.FIRST));
    return ((Ec2Result.Templates) result).page().items().stream().findFirst();
  }

  private static LaunchTemplate read(VersionedTemplate template) {
    return new LaunchTemplate(
        template.id(),
        template.tags().get(ResourceTags.OWNER),
        template.defaultVersion(),
        template.versions().values().stream().map(CloudLaunchTemplates::read).toList());
  }

  private static LaunchTemplate.Version read(TemplateVersion version) {
    return LaunchTemplate.Version.of(
        version.number(), version.description(), version.content().imageId());
  }

  @Override
  public void create(LaunchTemplateSpec spec, String description) {
    Optional<LaunchTemplate> there = observe();
    if (there.isEmpty()) {
      cloud.execute(
          new Ec2Command.CreateLaunchTemplate(name, description, content(spec), spec.tags(), null));
    } else {
      makeDefault(
          there
              .get()
              .version(description)
              .map(LaunchTemplate.Version::number)
              .orElseGet(() -> add(spec, description)));
    }
  }

  private long add(LaunchTemplateSpec spec, String description) {
    Ec2Result result =
        cloud.execute(
            new Ec2Command.CreateLaunchTemplateVersion(
                ref(), null, description, content(spec), null));
    return ((Ec2Result.OneVersion) result).version().number();
  }

  @Override
  public void makeDefault(long version) {
    cloud.execute(new Ec2Command.ModifyLaunchTemplate(ref(), Long.toString(version), null));
  }

  @Override
  public void setOwner(String owner) {
    template()
        .ifPresent(
            there ->
                cloud.execute(
                    new Ec2Command.CreateTags(
                        List.of(there.id()), Map.of(ResourceTags.OWNER, owner))));
  }

  @Override
  public void prune(long version) {
    cloud.execute(
        new Ec2Command.DeleteLaunchTemplateVersions(ref(), List.of(Long.toString(version))));
  }

  @Override
  public void delete() {
    template().ifPresent(there -> cloud.execute(new Ec2Command.DeleteLaunchTemplate(ref())));
  }

  private TemplateRef ref() {
    return new TemplateRef(null, name);
  }

  private static TemplateContent content(LaunchTemplateSpec spec) {
    return new TemplateContent(
        spec.image(),
        spec.instanceType(),
        List.copyOf(spec.securityGroups()),
        new TemplateContent.Profile(null, spec.instanceProfile()),
        null,
        new MetadataOptions("required", 1, null, "enabled"),
        List.of(),
        null,
        Map.of("instance", spec.tags()));
  }
}
