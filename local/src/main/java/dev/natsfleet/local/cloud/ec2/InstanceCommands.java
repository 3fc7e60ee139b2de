package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeInstances;
import dev.natsfleet.local.cloud.ec2.Ec2Command.RunInstances;
import dev.natsfleet.local.cloud.ec2.Ec2Result.StateChange;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Commands that run, list and terminate instances. */
final class InstanceCommands {

  private static final int PAGE = 1000;

  private final World world;
  private final InstanceStore instanceStore;
  private final TemplateStore templates;
  private final Map<String, Function<Instance, List<String>>> facts;

  InstanceCommands(World world, InstanceStore instanceStore, TemplateStore templates) {
    this.world = world;
    this.instanceStore = instanceStore;
    this.templates = templates;
    this.facts =
        Map.of(
            "instance-id", i -> List.of(i.id()),
            "instance-state-name", i -> List.of(i.state().text()),
            "subnet-id", i -> List.of(i.subnet().id()),
            "availability-zone", i -> List.of(i.zone()),
            "private-ip-address", i -> List.of(i.address()),
            "image-id", i -> Stream.ofNullable(i.content().imageId()).toList(),
            "instance-type", i -> Stream.ofNullable(i.content().instanceType()).toList(),
            "vpc-id", i -> List.of(world.catalogue().vpc()));
  }

  Ec2Result run(RunInstances command) {
    TemplateContent content = content(command);
    String subnet = command.subnet() == null ? anySubnet() : command.subnet();
    LaunchRequest request =
        new LaunchRequest(
            content, subnet, templateTags(command), instanceStore.reserve(command.clientToken()));
    List<Instance> launched =
        Stream.generate(() -> instanceStore.launch(request)).limit(command.count().most()).toList();
    return new Ec2Result.Launched(launched);
  }

  private TemplateContent content(RunInstances command) {
    if (command.template() == null) {
      return command.content();
    }
    VersionedTemplate versionedTemplate = templates.get(command.template());
    return templates
        .version(versionedTemplate, command.version())
        .content()
        .overlaidWith(command.content());
  }

  /** EC2 tags the instances of a launch template with its id and version. */
  private Map<String, String> templateTags(RunInstances command) {
    if (command.template() == null) {
      return Map.of();
    }
    VersionedTemplate template = templates.get(command.template());
    return InstanceTags.ofTemplate(
        template.id(), Long.toString(template.resolve(command.version())));
  }

  private String anySubnet() {
    return world.catalogue().subnets().stream()
        .map(Subnet::id)
        .findFirst()
        .orElseThrow(
            () -> CloudException.of("MissingInput", "No subnets found for the default VPC."));
  }

  Ec2Result describe(DescribeInstances command) {
    if (!command.ids().isEmpty() && command.page().size() != null) {
      throw CloudException.of(
          "InvalidParameterCombination",
          "The parameter instancesSet cannot be used with the parameter maxResults");
    }
    List<Instance> asked =
        command.ids().isEmpty() ? instanceStore.described() : instanceStore.describe(command.ids());
    List<Instance> kept = Filter.select(asked, command.filters(), facts, Instance::tags);
    return new Ec2Result.InstancePage(command.page().cut(kept, PAGE, PAGE));
  }

  Ec2Result terminate(List<String> ids) {
    if (ids.isEmpty()) {
      throw CloudException.of("InvalidParameterCombination", "No instances specified");
    }
    instanceStore.describe(ids);
    List<Instance> before = ids.stream().map(instanceStore::get).toList();
    before.forEach(instance -> instanceStore.terminate(instance.id(), Instance.StateReason.USER));
    return new Ec2Result.StateChanges(before.stream().map(this::change).toList());
  }

  private StateChange change(Instance before) {
    return new StateChange(before.id(), before.state(), instanceStore.get(before.id()).state());
  }
}
