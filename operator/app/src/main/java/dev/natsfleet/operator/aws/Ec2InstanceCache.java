package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.Instances.ObservedInstance;
import dev.natsfleet.operator.port.Instances.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * The instances of all groups of the Region, read together. They are found by the tag that Auto
 * Scaling itself sets: nobody can remove it.
 */
final class Ec2InstanceCache {

  private static final String GROUP = "aws:autoscaling:groupName";

  private final Ec2Client client;
  private final BatchedReadCache<List<ObservedInstance>> instances;

  Ec2InstanceCache(Ec2Client client, LongSupplier nanoTime) {
    this.client = client;
    this.instances =
        new BatchedReadCache<>("ec2:DescribeInstances", ReadLimits.MOVING, this::read, nanoTime);
  }

  /** The instances of the group; the answer is at most 1.5 s old. */
  List<ObservedInstance> of(String group) {
    return instances.get(group).orElse(List.of());
  }

  /** Makes the next read of this group's instances a fresh one. */
  void invalidate(String group) {
    instances.invalidate(group);
  }

  private Map<String, List<ObservedInstance>> read(Set<String> groups) {
    Filter ours = Ec2Filters.of("tag:" + GROUP, groups);
    return client.describeInstancesPaginator(r -> r.filters(ours)).reservations().stream()
        .map(Reservation::instances)
        .flatMap(List::stream)
        .map(Ec2InstanceCache::instance)
        .collect(Collectors.groupingBy(i -> i.tags().getOrDefault(GROUP, "")));
  }

  private static ObservedInstance instance(Instance i) {
    return new ObservedInstance(
        i.instanceId(),
        State.valueOf(i.state().nameAsString().toUpperCase(Locale.ROOT).replace('-', '_')),
        i.placement().availabilityZone(),
        i.subnetId(),
        i.privateIpAddress(),
        i.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
  }
}
