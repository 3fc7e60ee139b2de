package dev.natsfleet.local.cloud;

import dev.natsfleet.local.cloud.autoscaling.AutoScaling;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.ec2.Ec2;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.LaunchTemplates;
import dev.natsfleet.local.cloud.ec2.Machines;
import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.guard.Caller;
import dev.natsfleet.local.cloud.guard.Guard;
import dev.natsfleet.local.cloud.guard.Service;
import dev.natsfleet.local.cloud.imds.Metadata;
import dev.natsfleet.local.cloud.ssm.Ssm;
import dev.natsfleet.local.cloud.ssm.SsmCommand;
import dev.natsfleet.local.cloud.ssm.SsmResult;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Timing;
import dev.natsfleet.local.cloud.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One account in one Region. Not safe for threads: whoever owns it calls it from one place, tells
 * it the time, and carries its effects out.
 */
public final class Cloud {

  private final World world;
  private final Guard guard;
  private final Machines machines;
  private final Ec2 ec2;
  private final AutoScaling autoScaling;
  private final Ssm ssm;
  private final Metadata metadata;

  public Cloud(Catalogue catalogue, Timing timing, long seed, Instant start) {
    this.world = new World(catalogue, timing, seed, start);
    this.guard = new Guard(world);
    this.machines = new Machines(world);
    LaunchTemplates templates = new LaunchTemplates(world);
    this.ec2 = new Ec2(world, machines, templates);
    this.autoScaling = new AutoScaling(world, machines, templates);
    this.ssm = new Ssm(world);
    this.metadata = new Metadata(world, machines, autoScaling);
  }

  /** Carries a command out on EC2. */
  public Answer<Ec2Result> ec2(Caller caller, Ec2Command command) {
    return answer(caller, Service.EC2, command, () -> ec2.execute(command, caller.arn()));
  }

  /** Whether the caller might carry a command out on EC2; always an error, as EC2 answers it. */
  public Answer<Ec2Result> dryRun(Caller caller, Ec2Command command) {
    return answer(
        caller,
        Service.EC2,
        command,
        () -> {
          throw new Refusal(
              new CloudError(
                  "DryRunOperation", 412, "Request would have succeeded, but DryRun flag is set."));
        });
  }

  /** Carries a command out on Auto Scaling. */
  public Answer<AutoScalingResult> autoScaling(Caller caller, AutoScalingCommand command) {
    return answer(caller, Service.AUTOSCALING, command, () -> autoScaling.execute(command));
  }

  /** Carries a command out on the parameter store. */
  public Answer<SsmResult> ssm(Caller caller, SsmCommand command) {
    return answer(caller, Service.SSM, command, () -> ssm.execute(command));
  }

  /** A command bears the name of its action. */
  private <T> Answer<T> answer(
      Caller caller, Service service, Object command, Supplier<T> execution) {
    try {
      guard.check(caller, service, command.getClass().getSimpleName());
      return new Answer.Ok<>(execution.get());
    } catch (Refusal refusal) {
      return new Answer.Refused<>(refusal.error());
    }
  }

  /** Who an access key belongs to; an instance's credentials belong to its role's session. */
  public Caller caller(String accessKey) {
    String account = world.catalogue().account();
    String instance = "i-" + accessKey.replaceFirst("^ASIA", "");
    String arn =
        machines
            .find(instance)
            .map(Instance::id)
            .map(id -> "arn:aws:sts::" + account + ":assumed-role/" + role(id) + "/" + id)
            .orElse("arn:aws:iam::" + account + ":user/" + accessKey);
    return new Caller(accessKey, arn);
  }

  private String role(String instance) {
    return metadata.read(instance, "meta-data/iam/security-credentials").orElse("none");
  }

  public Catalogue catalogue() {
    return world.catalogue();
  }

  public Metadata metadata() {
    return metadata;
  }

  /** What no API offers. */
  public Faults faults() {
    return new Faults(world, machines, autoScaling, metadata, guard);
  }

  public Instant now() {
    return world.now();
  }

  /** Lets time pass; everything due up to then happens in order. */
  public void advanceTo(Instant then) {
    world.advanceTo(then);
  }

  /** When something happens next by itself. */
  public Optional<Instant> nextDeadline() {
    return world.nextDeadline();
  }

  /** Takes what is to be done outside; each effect is given once. */
  public List<Effect> drain() {
    return world.drain();
  }

  /** The machine has ended, asked or not. */
  public void stopped(String instance) {
    machines.stopped(instance);
  }

  /** The machine could not be started. */
  public void failed(String instance, String why) {
    machines.terminate(
        instance, new Instance.Reason("Server.InternalError", "Server.InternalError: " + why));
    machines.stopped(instance);
  }
}
