package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.Answer;
import dev.natsfleet.local.cloud.Cloud;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.guard.Caller;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.autoscaling.AutoScalingRequests;
import dev.natsfleet.local.wire.autoscaling.AutoScalingShapes;
import dev.natsfleet.local.wire.ec2.Ec2Requests;
import dev.natsfleet.local.wire.ec2.Ec2Shapes;
import dev.natsfleet.local.wire.form.Params;
import dev.natsfleet.local.wire.form.Shape;
import dev.natsfleet.local.wire.ssm.SsmRequests;
import dev.natsfleet.local.wire.ssm.SsmShapes;
import java.util.Optional;
import java.util.function.Function;

/** Every action of every service: how to read its parameters and how to write its result. */
final class Actions {

  private final Ec2Shapes ec2;
  private final SsmShapes ssm;

  Actions(Catalogue catalogue) {
    this.ec2 = new Ec2Shapes(catalogue);
    this.ssm = new SsmShapes(catalogue);
  }

  /** How to read an action; empty when the service has none of this name. */
  Optional<Function<Params, Prepared>> find(Dialect service, String action) {
    return switch (service) {
      case AUTOSCALING ->
          AutoScalingRequests.action(action)
              .map(
                  read ->
                      read.andThen(
                          command ->
                              (cloud, caller) ->
                                  cloud.autoScaling(caller, command).map(AutoScalingShapes::of)));
      case EC2 -> Ec2Requests.action(action).map(read -> params -> ec2(read, params));
      case SSM ->
          SsmRequests.action(action)
              .map(
                  read ->
                      read.andThen(
                          command -> (cloud, caller) -> cloud.ssm(caller, command).map(ssm::of)));
      case STS ->
          action.equals("GetCallerIdentity")
              ? Optional.of(params -> Actions::identity)
              : Optional.empty();
    };
  }

  private Prepared ec2(Function<Params, Ec2Command> read, Params params) {
    Ec2Command command = read.apply(params);
    return params.flag("DryRun", false)
        ? (cloud, caller) -> cloud.dryRun(caller, command).map(ec2::of)
        : (cloud, caller) -> cloud.ec2(caller, command).map(ec2::of);
  }

  /** GetCallerIdentity needs no permission. */
  private static Answer<Shape> identity(Cloud cloud, Caller caller) {
    return new Answer.Ok<>(
        new Shape()
            .with("Arn", caller.arn())
            .with("UserId", caller.accessKey())
            .with("Account", cloud.catalogue().account()));
  }
}
