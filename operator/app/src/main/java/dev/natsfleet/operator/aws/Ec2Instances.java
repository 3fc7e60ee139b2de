package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.Instances;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/** {@link Instances} of one group in EC2. */
final class Ec2Instances implements Instances {

  private final Ec2Client client;
  private final Ec2InstanceCache cache;
  private final String group;

  Ec2Instances(Ec2Client client, Ec2InstanceCache cache, String group) {
    this.client = client;
    this.cache = cache;
    this.group = group;
  }

  @Override
  public List<ObservedInstance> observe() {
    return cache.of(group);
  }

  @Override
  public void setTags(String instance, Map<String, String> tags) {
    List<Tag> all =
        tags.entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    try {
      AwsErrors.call(
          "ec2:CreateTags",
          instance,
          () -> client.createTags(r -> r.resources(instance).tags(all)));
    } finally {
      cache.invalidate(group);
    }
  }
}
