package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.Instances;
import dev.natsfleet.operator.settings.Tags;
import dev.natsfleet.registry.ClusterId;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Reservation;

/** {@link Instances} in EC2. */
final class Ec2Instances implements Instances {

  private final Ec2Client client;
  private final ClusterId cluster;
  private final String owner;

  Ec2Instances(Ec2Client client, ClusterId cluster, String owner) {
    this.client = client;
    this.cluster = cluster;
    this.owner = owner;
  }

  @Override
  public List<Instance> observe() {
    List<Filter> ours =
        List.of(
            Ec2Filters.tag(Tags.CLUSTER, cluster.toString()), Ec2Filters.tag(Tags.OWNER, owner));
    return AwsErrors.call(
        "ec2:DescribeInstances",
        cluster.toString(),
        () ->
            client.describeInstancesPaginator(r -> r.filters(ours)).reservations().stream()
                .map(Reservation::instances)
                .flatMap(List::stream)
                .map(Ec2Instances::instance)
                .toList());
  }

  private static Instance instance(software.amazon.awssdk.services.ec2.model.Instance i) {
    return new Instance(
        i.instanceId(),
        State.valueOf(i.state().nameAsString().toUpperCase(Locale.ROOT).replace('-', '_')),
        i.placement().availabilityZone(),
        i.subnetId(),
        i.privateIpAddress());
  }
}
