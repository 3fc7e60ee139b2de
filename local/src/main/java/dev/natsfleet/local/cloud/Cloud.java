package dev.natsfleet.local.cloud;

import dev.natsfleet.local.cloud.autoscaling.AutoScaling;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.ec2.Ec2;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceStore;
import dev.natsfleet.local.cloud.ec2.TemplateStore;
import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.imds.InstanceMetadata;
import dev.natsfleet.local.cloud.policy.AwsService;
import dev.natsfleet.local.cloud.policy.Caller;
import dev.natsfleet.local.cloud.policy.RequestPolicy;
import dev.natsfleet.local.cloud.ssm.Ssm;
import dev.natsfleet.local.cloud.ssm.SsmCommand;
import dev.natsfleet.local.cloud.ssm.SsmResult;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.CloudDelays;
import dev.natsfleet.local.cloud.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The emulated cloud: one account in one Region. Not thread safe: its owner makes all calls,
 * advances its clock and carries out its effects.
 */
public final class Cloud {

  private final World world;
  private final RequestPolicy requestPolicy;
  private final InstanceStore instanceStore;
  private final Ec2 ec2;
  private final AutoScaling autoScaling;
  private final Ssm ssm;
  private final InstanceMetadata instanceMetadata;

  public Cloud(Catalogue catalogue, CloudDelays delays, long seed, Instant start) {
    this.world = new World(catalogue, delays, seed, start);
    this.requestPolicy = new RequestPolicy(world);
    this.instanceStore = new InstanceStore(world);
    TemplateStore templates = new TemplateStore(world);
    this.ec2 = new Ec2(world, instanceStore, templates);
    this.autoScaling = new AutoScaling(world, instanceStore, templates);
    this.ssm = new Ssm(world);
    this.instanceMetadata = new InstanceMetadata(world, instanceStore, autoScaling);
  }

  /** Executes an EC2 command. */
  public CommandResult<Ec2Result> ec2(Caller caller, Ec2Command command) {
    return answer(caller, AwsService.EC2, command, () -> ec2.execute(command, caller.arn()));
  }

  /**
   * Checks whether the caller may execute an EC2 command. The result is always an error, as in EC2.
   */
  public CommandResult<Ec2Result> dryRun(Caller caller, Ec2Command command) {
    return answer(
        caller,
        AwsService.EC2,
        command,
        () -> {
          throw new CloudException(
              new CloudError(
                  "DryRunOperation", 412, "Request would have succeeded, but DryRun flag is set."));
        });
  }

  /** Executes an Auto Scaling command. */
  public CommandResult<AutoScalingResult> autoScaling(Caller caller, AutoScalingCommand command) {
    return answer(caller, AwsService.AUTOSCALING, command, () -> autoScaling.execute(command));
  }

  /** Executes a command of the parameter store. */
  public CommandResult<SsmResult> ssm(Caller caller, SsmCommand command) {
    return answer(caller, AwsService.SSM, command, () -> ssm.execute(command));
  }

  /**
   * Checks the request policy and executes the command. The command's class has the name of AWS's
   * action.
   */
  private <T> CommandResult<T> answer(
      Caller caller, AwsService service, Object command, Supplier<T> execution) {
    try {
      requestPolicy.check(caller, service, command.getClass().getSimpleName());
      return new CommandResult.Ok<>(execution.get());
    } catch (CloudException refused) {
      return new CommandResult.Refused<>(refused.error());
    }
  }

  /** The caller behind an access key. An instance's credentials belong to a session of its role. */
  public Caller caller(String accessKey) {
    String account = world.catalogue().account();
    String instance = "i-" + accessKey.replaceFirst("^ASIA", "");
    String arn =
        instanceStore
            .find(instance)
            .map(Instance::id)
            .map(id -> "arn:aws:sts::" + account + ":assumed-role/" + role(id) + "/" + id)
            .orElse("arn:aws:iam::" + account + ":user/" + accessKey);
    return new Caller(accessKey, arn);
  }

  private String role(String instance) {
    return instanceMetadata.read(instance, "meta-data/iam/security-credentials").orElse("none");
  }

  public Catalogue catalogue() {
    return world.catalogue();
  }

  public InstanceMetadata metadata() {
    return instanceMetadata;
  }

  /** Faults that no AWS API offers. */
  public FaultInjection faults() {
    return new FaultInjection(world, instanceStore, autoScaling, instanceMetadata, requestPolicy);
  }

  public Instant now() {
    return world.now();
  }

  /** Advances the virtual clock; everything due until then happens in order. */
  public void advanceTo(Instant then) {
    world.advanceTo(then);
  }

  /** When the next timer is due. */
  public Optional<Instant> nextDeadline() {
    return world.nextDeadline();
  }

  /** Returns the effects that have gathered since the last call; each effect is returned once. */
  public List<Effect> takeEffects() {
    return world.takeEffects();
  }

  /** Reports that an instance's machine has ended, on request or by itself. */
  public void machineStopped(String instance) {
    instanceStore.onMachineEnd(instance);
  }

  /** Reports that an instance's machine could not be started. */
  public void machineFailed(String instance, String why) {
    instanceStore.terminate(
        instance, new Instance.StateReason("Server.InternalError", "Server.InternalError: " + why));
    instanceStore.onMachineEnd(instance);
  }
}
