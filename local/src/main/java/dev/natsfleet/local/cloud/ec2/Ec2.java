package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.Idempotent;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.World;
import java.util.HashMap;
import java.util.Map;

/** EC2 as far as a fleet needs it. */
public final class Ec2 {

  private final LaunchTemplates templates;
  private final TemplateCommands templateCommands;
  private final InstanceCommands instances;
  private final NetworkCommands network;
  private final TagCommands tags;
  private final Map<String, Once> once = new HashMap<>();

  private record Once(Ec2Command command, Ec2Result result) {}

  public Ec2(World world, Machines machines, LaunchTemplates templates) {
    this.templates = templates;
    this.templateCommands = new TemplateCommands(templates);
    this.instances = new InstanceCommands(world, machines, templates);
    this.network = new NetworkCommands(world.catalogue());
    this.tags = new TagCommands(machines, templates);
  }

  /**
   * Carries a command out, a repeated client token only once.
   *
   * @param by ARN of the caller
   */
  public Ec2Result execute(Ec2Command command, String by) {
    if (!(command instanceof Idempotent idempotent) || idempotent.clientToken() == null) {
      return carryOut(command, by);
    }
    Once before = once.get(idempotent.clientToken());
    if (before == null) {
      Ec2Result result = carryOut(command, by);
      once.put(idempotent.clientToken(), new Once(command, result));
      return result;
    }
    if (!before.command().equals(command)) {
      throw Refusal.of(
          "IdempotentParameterMismatch",
          "The client token " + idempotent.clientToken() + " was used with other parameters.");
    }
    return before.result();
  }

  private Ec2Result carryOut(Ec2Command command, String by) {
    return switch (command) {
      case Ec2Command.CreateLaunchTemplate c -> new Ec2Result.OneTemplate(templates.create(c, by));
      case Ec2Command.CreateLaunchTemplateVersion c -> {
        TemplateVersion version = templates.add(c, by);
        yield new Ec2Result.OneVersion(templates.get(c.template()), version);
      }
      case Ec2Command.DescribeLaunchTemplates c -> templateCommands.describe(c);
      case Ec2Command.DescribeLaunchTemplateVersions c -> templateCommands.describe(c);
      case Ec2Command.DeleteLaunchTemplate c ->
          new Ec2Result.OneTemplate(templates.remove(c.template()));
      case Ec2Command.DeleteLaunchTemplateVersions c -> templateCommands.delete(c);
      case Ec2Command.ModifyLaunchTemplate c -> templateCommands.modify(c);
      case Ec2Command.RunInstances c -> instances.run(c);
      case Ec2Command.DescribeInstances c -> instances.describe(c);
      case Ec2Command.TerminateInstances c -> instances.terminate(c.ids());
      case Ec2Command.DescribeSubnets c -> network.subnets(c);
      case Ec2Command.DescribeImages c -> network.images(c);
      case Ec2Command.DescribeSecurityGroups c -> network.securityGroups(c);
      case Ec2Command.DescribeAvailabilityZones c -> network.zones(c);
      case Ec2Command.CreateTags c -> tags.create(c.resources(), c.tags());
      case Ec2Command.DeleteTags c -> tags.delete(c.resources(), c.tags());
      case Ec2Command.DescribeTags c -> tags.describe(c);
    };
  }
}
