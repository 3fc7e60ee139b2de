package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.Instances;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * {@link Instances} in EC2, found by the tag that Auto Scaling itself sets: nobody can remove it,
 * as one of ours.
 */
final class Ec2Instances implements Instances {

  private final Ec2Client client;
  private final String group;

  Ec2Instances(Ec2Client client, String group) {
    this.client = client;
    this.group = group;
  }

  @Override
  public List<Instance> observe() {
    Filter ours = Ec2Filters.tag("aws:autoscaling:groupName", group);
    return AwsErrors.call(
        "ec2:DescribeInstances",
        group,
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
        i.privateIpAddress(),
        i.tags().stream()
            .filter(tag -> tag.key().equals(ResourceTags.TEMPLATE))
            .map(Tag::value)
            .findFirst()
            .orElse(null));
  }
}
