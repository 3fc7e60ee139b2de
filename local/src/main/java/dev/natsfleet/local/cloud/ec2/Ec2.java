package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.Idempotent;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The emulated EC2 service, with the actions that a fleet needs. */
public final class Ec2 {

  private static final Duration TOKEN_LIFETIME = Duration.ofHours(24);

  private final TemplateStore templates;
  private final TemplateCommands templateCommands;
  private final InstanceCommands instances;
  private final NetworkCommands network;
  private final ResourceTagCommands tags;
  private final World world;
  private final Map<ClientToken, CompletedCommand> once = new HashMap<>();

  /** A client token belongs to one action. */
  private record ClientToken(Class<? extends Ec2Command> action, String token) {}

  private record CompletedCommand(Ec2Command command, Ec2Result result) {}

  public Ec2(World world, InstanceStore instanceStore, TemplateStore templates) {
    this.world = world;
    this.templates = templates;
    this.templateCommands = new TemplateCommands(templates);
    this.instances = new InstanceCommands(world, instanceStore, templates);
    this.network = new NetworkCommands(world.catalogue());
    this.tags = new ResourceTagCommands(instanceStore, templates);
  }

  /**
   * Executes a command. A command with a client token is executed once; a repetition within a day
   * gets the first result (EC2 API, "Ensuring idempotency").
   *
   * @param by ARN of the caller
   */
  public Ec2Result execute(Ec2Command command, String by) {
    if (!(command instanceof Idempotent idempotent) || idempotent.clientToken() == null) {
      return dispatch(command, by);
    }
    ClientToken token = new ClientToken(command.getClass(), idempotent.clientToken());
    CompletedCommand before = once.get(token);
    if (before == null) {
      Ec2Result result = dispatch(command, by);
      once.put(token, new CompletedCommand(command, result));
      world.after(TOKEN_LIFETIME, () -> once.remove(token));
      return result;
    }
    if (!before.command().equals(command)) {
      throw CloudException.of(
          "IdempotentParameterMismatch",
          "The client token " + idempotent.clientToken() + " was used with other parameters.");
    }
    return before.result();
  }

  private Ec2Result dispatch(Ec2Command command, String by) {
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
