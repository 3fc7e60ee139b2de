package dev.natsfleet.local.view;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.StepJournal;
import dev.natsfleet.registry.Tables;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;

/** The AWS resources of one cluster. */
public final class AwsView implements AutoCloseable {

  private final ClusterId cluster;
  private final AutoScalingClient autoScaling;
  private final Ec2Client ec2;
  private final DynamoDbClient dynamo;

  /**
   * Reads from the AWS endpoints in this environment.
   *
   * @param environment environment variables of a fleet
   */
  public AwsView(Map<String, String> environment, ClusterId cluster) {
    this.cluster = cluster;
    AwsClients clients = new AwsClients(environment);
    this.autoScaling = clients.autoScaling();
    this.ec2 = clients.ec2();
    this.dynamo = clients.dynamo();
  }

  /** The core pool's group, if there is one. */
  public Optional<AutoScalingGroup> group() {
    return autoScaling
        .describeAutoScalingGroups(request -> request.autoScalingGroupNames(groupName()))
        .autoScalingGroups()
        .stream()
        .findFirst();
  }

  /** The number of members of the group in service. */
  public long inService() {
    return group().stream()
        .flatMap(group -> group.instances().stream())
        .filter(member -> member.lifecycleStateAsString().equals("InService"))
        .count();
  }

  /** Instances of the cluster that are not terminated. */
  public List<AwsInstance> instances() {
    return instances("pending", "running", "shutting-down", "stopping", "stopped");
  }

  /** Instances of the cluster that run. */
  public List<AwsInstance> running() {
    return instances("running");
  }

  /** The number of the cluster's launch templates: one or none. */
  public int templates() {
    return ec2.describeLaunchTemplates(
            request -> request.filters(filter("launch-template-name", groupName())))
        .launchTemplates()
        .size();
  }

  /** The hashes that identify the versions of the launch template. */
  public List<String> templateVersions() {
    return ec2
        .describeLaunchTemplateVersionsPaginator(request -> request.launchTemplateName(groupName()))
        .launchTemplateVersions()
        .stream()
        .map(LaunchTemplateVersion::versionDescription)
        .toList();
  }

  /** Steps that the operator has begun and not ended; empty while there is no table. */
  public List<StepJournal.Entry> journal() {
    return tables() == Tables.State.ACTIVE
        ? DynamoRegistry.open(dynamo, cluster).control().journal().open()
        : List.of();
  }

  /** Rows of the cluster's natsfleet nodes; empty while there is no table. */
  public List<NodeRow.Managed> rows() {
    if (tables() != Tables.State.ACTIVE) {
      return List.of();
    }
    return DynamoRegistry.open(dynamo, cluster).nodeRows().rows().stream()
        .filter(NodeRow.Managed.class::isInstance)
        .map(NodeRow.Managed.class::cast)
        .toList();
  }

  /** The state of the tables, regardless of their owner. */
  public Tables.State tables() {
    List<String> names = dynamo.listTables().tableNames();
    boolean there = names.contains(cluster.nodesTable()) && names.contains(cluster.controlTable());
    return there ? Tables.State.ACTIVE : Tables.State.ABSENT;
  }

  private String groupName() {
    return cluster.awsName() + ".core";
  }

  private List<AwsInstance> instances(String... states) {
    return ec2
        .describeInstancesPaginator(
            request ->
                request.filters(
                    filter("tag:natsfleet:cluster", cluster.toString()),
                    filter("instance-state-name", states)))
        .reservations()
        .stream()
        .flatMap(reservation -> reservation.instances().stream())
        .map(found -> new AwsInstance(found.instanceId(), found.privateIpAddress()))
        .toList();
  }

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }

  @Override
  public void close() {
    autoScaling.close();
    ec2.close();
    dynamo.close();
  }
}
