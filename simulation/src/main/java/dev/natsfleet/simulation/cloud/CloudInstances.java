package dev.natsfleet.simulation.cloud;

import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.operator.port.Instances;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The operator's port to the instances of a cluster. */
public final class CloudInstances implements Instances {

  private final SimulatedCloud cloud;
  private final List<Filter> ours;

  /** The instances that this group has launched. */
  public CloudInstances(SimulatedCloud cloud, String group) {
    this.cloud = cloud;
    this.ours = List.of(new Filter("tag:aws:autoscaling:groupName", List.of(group)));
  }

  @Override
  public List<ObservedInstance> observe() {
    Ec2Result result =
        cloud.execute(new Ec2Command.DescribeInstances(List.of(), ours, PageRequest.FIRST));
    return ((Ec2Result.InstancePage) result)
        .page().items().stream().map(CloudInstances::read).toList();
  }

  @Override
  public void setTags(String instance, Map<String, String> tags) {
    cloud.execute(new Ec2Command.CreateTags(List.of(instance), tags));
  }

  private static ObservedInstance read(dev.natsfleet.local.cloud.ec2.Instance instance) {
    boolean isUp = instance.state().isUp();
    return new ObservedInstance(
        instance.id(),
        State.valueOf(instance.state().text().toUpperCase(Locale.ROOT).replace('-', '_')),
        instance.zone(),
        isUp ? instance.subnet().id() : null,
        isUp ? instance.address() : null,
        instance.tags());
  }
}
