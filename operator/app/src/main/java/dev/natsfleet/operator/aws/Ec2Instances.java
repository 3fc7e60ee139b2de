package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.Instances;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
  public List<ObservedInstance> observe() {
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

  @Override
  public void setTags(String instance, Map<String, String> tags) {
    List<Tag> all =
        tags.entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    AwsErrors.call(
        "ec2:CreateTags", instance, () -> client.createTags(r -> r.resources(instance).tags(all)));
  }

  private static ObservedInstance instance(software.amazon.awssdk.services.ec2.model.Instance i) {
    return new ObservedInstance(
        i.instanceId(),
        State.valueOf(i.state().nameAsString().toUpperCase(Locale.ROOT).replace('-', '_')),
        i.placement().availabilityZone(),
        i.subnetId(),
        i.privateIpAddress(),
        i.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
  }
}
