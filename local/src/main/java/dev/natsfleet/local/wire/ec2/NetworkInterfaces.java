package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.format.ResponseNode;
import dev.natsfleet.local.wire.format.Timestamp;
import java.util.List;

/** Writes the primary network interface of an instance. */
final class NetworkInterfaces {

  private final Catalogue catalogue;

  NetworkInterfaces(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String privateName(Instance instance) {
    return "ip-"
        + instance.address().replace('.', '-')
        + "."
        + catalogue.region()
        + ".compute.internal";
  }

  ResponseNode primary(Instance instance) {
    return new ResponseNode()
        .with("networkInterfaceId", id("eni", instance))
        .with("subnetId", instance.subnet().id())
        .with("vpcId", catalogue.vpc())
        .with("description", "")
        .with("ownerId", catalogue.account())
        .with("status", "in-use")
        .with("macAddress", macAddress(instance))
        .with("privateIpAddress", instance.address())
        .with("privateDnsName", privateName(instance))
        .with("sourceDestCheck", true)
        .with("interfaceType", "interface")
        .with("groupSet", instance.content().securityGroups(), this::group)
        .with("attachment", attachment(instance))
        .with("privateIpAddressesSet", List.of(address(instance)));
  }

  private ResponseNode group(String id) {
    return new ResponseNode()
        .with("groupId", id)
        .with("groupName", catalogue.securityGroups().get(id));
  }

  private static ResponseNode attachment(Instance instance) {
    return new ResponseNode()
        .with("attachmentId", id("eni-attach", instance))
        .with("deviceIndex", 0)
        .with("status", "attached")
        .with("attachTime", Timestamp.ec2(instance.launched()))
        .with("deleteOnTermination", true)
        .with("networkCardIndex", 0);
  }

  private ResponseNode address(Instance instance) {
    return new ResponseNode()
        .with("privateIpAddress", instance.address())
        .with("privateDnsName", privateName(instance))
        .with("primary", true);
  }

  /** An id for something that belongs to one instance. */
  private static String id(String prefix, Instance instance) {
    return instance.id().replaceFirst("^i", prefix);
  }

  private static String macAddress(Instance instance) {
    String[] numbers = instance.address().split("\\.", -1);
    StringBuilder mac = new StringBuilder("02:00");
    for (String number : numbers) {
      mac.append(String.format(":%02x", Integer.parseInt(number)));
    }
    return mac.toString();
  }
}
