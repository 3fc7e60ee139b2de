package dev.natsfleet.simulation.cloud;

import dev.natsfleet.local.cloud.Cloud;
import dev.natsfleet.local.cloud.CommandResult;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.policy.Caller;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.CloudDelays;
import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.simulation.clock.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The emulated cloud, driven by the simulation's clock. */
public final class SimulatedCloud {

  private static final CloudDelays DELAYS =
      new CloudDelays(
          Duration.ofSeconds(2),
          Duration.ofSeconds(12),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          Duration.ofHours(1),
          Realism.LIKE_AWS);

  private static final Caller CALLER =
      new Caller("AKIASIMULATION", "arn:aws:iam::123456789012:user/simulation");

  private final VirtualClock clock;
  private final Cloud cloud;
  private final Consumer<Effect> machines;
  private Instant wakeUp = Instant.MAX;

  /**
   * An account without resources of ours.
   *
   * @param machines carries out what the cloud asks of machines
   */
  public SimulatedCloud(VirtualClock clock, long seed, Consumer<Effect> machines) {
    this.clock = clock;
    this.machines = machines;
    this.cloud = new Cloud(Catalogue.STANDARD, DELAYS, seed, clock.instant());
  }

  /** Executes a command of EC2 Auto Scaling. */
  public AutoScalingResult execute(AutoScalingCommand command) {
    return answer(command, () -> cloud.autoScaling(CALLER, command));
  }

  /** Executes a command of EC2. */
  public Ec2Result execute(Ec2Command command) {
    return answer(command, () -> cloud.ec2(CALLER, command));
  }

  private <T> T answer(Object command, Supplier<CommandResult<T>> execution) {
    cloud.advanceTo(clock.instant());
    CommandResult<T> result = execution.get();
    settle();
    return switch (result) {
      case CommandResult.Ok<T> ok -> ok.result();
      case CommandResult.Refused<T> refused ->
          throw CloudFailure.of(command.getClass().getSimpleName(), refused.error());
    };
  }

  /** Does to the cloud what no command does, such as cutting a machine's power. */
  public void change(Consumer<Cloud> change) {
    cloud.advanceTo(clock.instant());
    change.accept(cloud);
    settle();
  }

  /** A value of an instance's metadata, or nothing if the service does not have it. */
  public Optional<String> metadata(String instance, String path) {
    return cloud.metadata().read(instance, path);
  }

  /** The group as it is now, whatever anybody is told. */
  public Optional<GroupView> group(String name) {
    AutoScalingResult result =
        execute(
            new AutoScalingCommand.DescribeAutoScalingGroups(
                List.of(name), true, List.of(), PageRequest.FIRST));
    return ((AutoScalingResult.GroupPage) result).page().items().stream().findFirst();
  }

  /** The resources that exist from the start. */
  public Catalogue catalogue() {
    return cloud.catalogue();
  }

  private void settle() {
    cloud.takeEffects().forEach(machines);
    Instant next = cloud.nextDeadline().orElse(Instant.MAX);
    if (next.isBefore(wakeUp)) {
      wakeUp = next;
      Duration wait = Duration.between(clock.instant(), next);
      clock.after(wait.isNegative() ? Duration.ZERO : wait, this::wake);
    }
  }

  private void wake() {
    wakeUp = Instant.MAX;
    change(cloud -> {});
  }
}
