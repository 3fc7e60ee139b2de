package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.Cloud;
import dev.natsfleet.local.cloud.CommandResult;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.policy.Caller;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.autoscaling.AutoScalingRequests;
import dev.natsfleet.local.wire.autoscaling.AutoScalingResponses;
import dev.natsfleet.local.wire.ec2.Ec2Requests;
import dev.natsfleet.local.wire.ec2.Ec2Responses;
import dev.natsfleet.local.wire.format.Params;
import dev.natsfleet.local.wire.format.ResponseNode;
import dev.natsfleet.local.wire.ssm.SsmRequests;
import dev.natsfleet.local.wire.ssm.SsmResponses;
import java.util.Optional;
import java.util.function.Function;

/** The actions of all services: how to read the parameters and write the result of each. */
final class Actions {

  private final Ec2Responses ec2;
  private final SsmResponses ssm;

  Actions(Catalogue catalogue) {
    this.ec2 = new Ec2Responses(catalogue);
    this.ssm = new SsmResponses(catalogue);
  }

  /** The reader of an action's parameters; empty if the service has no such action. */
  Optional<Function<Params, ParsedRequest>> find(ServiceProtocol service, String action) {
    return switch (service) {
      case AUTOSCALING ->
          AutoScalingRequests.action(action)
              .map(
                  read ->
                      read.andThen(
                          command ->
                              (cloud, caller) ->
                                  cloud
                                      .autoScaling(caller, command)
                                      .map(AutoScalingResponses::of)));
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

  private ParsedRequest ec2(Function<Params, Ec2Command> read, Params params) {
    Ec2Command command = read.apply(params);
    return params.flag("DryRun", false)
        ? (cloud, caller) -> cloud.dryRun(caller, command).map(ec2::of)
        : (cloud, caller) -> cloud.ec2(caller, command).map(ec2::of);
  }

  /** GetCallerIdentity needs no permission. */
  private static CommandResult<ResponseNode> identity(Cloud cloud, Caller caller) {
    return new CommandResult.Ok<>(
        new ResponseNode()
            .with("Arn", caller.arn())
            .with("UserId", caller.accessKey())
            .with("Account", cloud.catalogue().account()));
  }
}
