package dev.natsfleet.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session with the AWS CLI, as a user of EC2 would have it. */
@Tag("server")
class CliSessionTest {

  private static final String STATES =
      "autoscaling describe-auto-scaling-groups --auto-scaling-group-names web"
          + " --query AutoScalingGroups[0].Instances[].LifecycleState";
  private static final String FIRST_ID =
      "autoscaling describe-auto-scaling-groups --auto-scaling-group-names web"
          + " --query AutoScalingGroups[0].Instances[0].InstanceId";
  private static final String SUBNETS =
      "subnet-0a1b2c3d4e5f60001,subnet-0a1b2c3d4e5f60002,subnet-0a1b2c3d4e5f60003";

  private final EmulatedAws aws = new EmulatedAws();
  private final AwsCli cli = new AwsCli(aws.endpoint());

  @AfterEach
  void close() {
    aws.close();
  }

  private void createGroup() {
    cli.run(
        "ec2 create-launch-template --launch-template-name web --launch-template-data"
            + " ImageId=ami-0a1b2c3d4e5f60001,InstanceType=c7g.large");
    cli.run(
        "autoscaling create-auto-scaling-group --auto-scaling-group-name web --launch-template"
            + " LaunchTemplateName=web,Version=1 --min-size 0 --max-size 3 --desired-capacity 1"
            + " --vpc-zone-identifier "
            + SUBNETS
            + " --lifecycle-hook-specification-list LifecycleHookName=launch,"
            + "LifecycleTransition=autoscaling:EC2_INSTANCE_LAUNCHING,HeartbeatTimeout=300,"
            + "DefaultResult=ABANDON --tags Key=team,Value=payments,PropagateAtLaunch=true");
  }

  private void complete(String instance) {
    cli.run(
        "autoscaling complete-lifecycle-action --auto-scaling-group-name web --lifecycle-hook-name"
            + " launch --lifecycle-action-result CONTINUE --instance-id "
            + instance);
  }

  @Test
  void shouldLaunchReplaceAndTerminateAnInstance() {
    // Given
    createGroup();

    // When: the launch hook holds it, and lets it go
    cli.until(STATES, "Pending:Wait");
    String first = cli.run(FIRST_ID);
    complete(first);
    cli.until(STATES, "InService");

    // Then: the tag has reached it
    assertThat(
            cli.run(
                "ec2 describe-instances --filters Name=tag:team,Values=payments"
                    + " --query Reservations[].Instances[].InstanceId"))
        .isEqualTo(first);

    // When: it is unhealthy, another takes its place
    cli.run("autoscaling set-instance-health --health-status Unhealthy --instance-id " + first);
    cli.until(STATES, "Pending:Wait");
    String second = cli.run(FIRST_ID);
    assertThat(second).isNotEqualTo(first);
    complete(second);
    cli.until(STATES, "InService");

    // When: it is terminated with decrement, nothing takes its place
    String activity =
        cli.run(
            "autoscaling terminate-instance-in-auto-scaling-group --should-decrement-desired-capacity"
                + " --query Activity.Description --instance-id "
                + second);
    assertThat(activity).isEqualTo("Terminating EC2 instance: " + second);
    cli.until(STATES, "");
    cli.run("autoscaling delete-auto-scaling-group --auto-scaling-group-name web");
    assertThat(cli.run("autoscaling describe-auto-scaling-groups")).isEmpty();
  }

  @Test
  void shouldShowTheServicesOwnErrors() {
    // When / Then
    assertThat(cli.fails("ec2 describe-subnets --subnet-ids subnet-0abcdef0123456789"))
        .contains("(InvalidSubnetID.NotFound) when calling the DescribeSubnets operation");
    assertThat(cli.fails("ec2 describe-vpcs"))
        .contains("(InvalidAction)", "The action DescribeVpcs is not valid for this web service.");
    assertThat(cli.fails("ssm list-commands")).contains("(UnknownOperationException)");
    assertThat(cli.fails("autoscaling describe-account-limits")).contains("(InvalidAction)");
    assertThat(cli.fails("ssm get-parameter --name /none")).contains("(ParameterNotFound)");
    assertThat(cli.run("sts get-caller-identity --query Arn"))
        .isEqualTo("arn:aws:iam::123456789012:user/AKIAANN");
  }
}
