package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Result.Named;
import dev.natsfleet.local.cloud.ec2.Ec2Result.ResourceTag;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.wire.form.Shape;

/** The catalogue and tags as EC2 writes them. */
final class NetworkShapes {

  private static final int ADDRESSES = 251;

  private final Catalogue catalogue;

  NetworkShapes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Shape subnet(Subnet subnet) {
    return new Shape()
        .with("subnetId", subnet.id())
        .with("state", "available")
        .with("vpcId", catalogue.vpc())
        .with("cidrBlock", subnet.cidr())
        .with("availableIpAddressCount", ADDRESSES)
        .with("availabilityZone", subnet.zone())
        .with("availabilityZoneId", subnet.zoneId())
        .with("ownerId", catalogue.account());
  }

  Shape image(Named image) {
    return new Shape()
        .with("imageId", image.id())
        .with("name", image.name())
        .with("imageState", "available")
        .with("imageOwnerId", catalogue.account())
        .with("architecture", "x86_64")
        .with("imageType", "machine");
  }

  Shape securityGroup(Named group) {
    return new Shape()
        .with("groupId", group.id())
        .with("groupName", group.name())
        .with("groupDescription", group.name())
        .with("vpcId", catalogue.vpc())
        .with("ownerId", catalogue.account());
  }

  Shape zone(Named zone) {
    return new Shape()
        .with("zoneName", zone.name())
        .with("zoneId", zone.id())
        .with("zoneState", "available")
        .with("regionName", catalogue.region());
  }

  static Shape tag(ResourceTag tag) {
    return new Shape()
        .with("resourceId", tag.resource())
        .with("resourceType", tag.type())
        .with("key", tag.key())
        .with("value", tag.value());
  }
}
