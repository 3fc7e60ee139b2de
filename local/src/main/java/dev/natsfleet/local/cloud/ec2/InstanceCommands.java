package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeInstances;
import dev.natsfleet.local.cloud.ec2.Ec2Command.RunInstances;
import dev.natsfleet.local.cloud.ec2.Ec2Result.Change;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs, lists and terminates instances by hand. */
final class InstanceCommands {

  private static final int PAGE = 1000;

  private final World world;
  private final Machines machines;
  private final LaunchTemplates templates;
  private final Map<String, Function<Instance, List<String>>> facts;

  InstanceCommands(World world, Machines machines, LaunchTemplates templates) {
    this.world = world;
    this.machines = machines;
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
    LaunchRequest request = new LaunchRequest(content, subnet, Map.of());
    List<Instance> launched =
        Stream.generate(() -> machines.launch(request)).limit(command.count().most()).toList();
    return new Ec2Result.Launched(launched);
  }

  private TemplateContent content(RunInstances command) {
    if (command.template() == null) {
      return command.content();
    }
    Template template = templates.get(command.template());
    return templates.version(template, command.version()).content().under(command.content());
  }

  private String anySubnet() {
    return world.catalogue().subnets().stream()
        .map(Subnet::id)
        .findFirst()
        .orElseThrow(() -> Refusal.of("MissingInput", "No subnets found for the default VPC."));
  }

  Ec2Result describe(DescribeInstances command) {
    List<Instance> asked =
        command.ids().isEmpty()
            ? machines.all()
            : command.ids().stream().map(machines::get).toList();
    List<Instance> kept = Filter.keep(asked, command.filters(), facts, Instance::tags);
    return new Ec2Result.Instances(command.page().cut(kept, PAGE, PAGE));
  }

  Ec2Result terminate(List<String> ids) {
    List<Instance> before = ids.stream().map(machines::get).toList();
    before.forEach(instance -> machines.terminate(instance.id(), Instance.Reason.USER));
    return new Ec2Result.Changes(before.stream().map(this::change).toList());
  }

  private Change change(Instance before) {
    return new Change(before.id(), before.state(), machines.get(before.id()).state());
  }
}
