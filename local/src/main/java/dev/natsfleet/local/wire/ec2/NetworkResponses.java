package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Result.NamedResource;
import dev.natsfleet.local.cloud.ec2.Ec2Result.ResourceTag;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.wire.format.ResponseNode;

/** Writes subnets, images, security groups, zones and tags in EC2's format. */
final class NetworkResponses {

  private static final int ADDRESSES = 251;

  private final Catalogue catalogue;

  NetworkResponses(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  ResponseNode subnet(Subnet subnet) {
    return new ResponseNode()
        .with("subnetId", subnet.id())
        .with("state", "available")
        .with("vpcId", catalogue.vpc())
        .with("cidrBlock", subnet.cidr())
        .with("availableIpAddressCount", ADDRESSES)
        .with("availabilityZone", subnet.zone())
        .with("availabilityZoneId", subnet.zoneId())
        .with("ownerId", catalogue.account());
  }

  ResponseNode image(NamedResource image) {
    return new ResponseNode()
        .with("imageId", image.id())
        .with("name", image.name())
        .with("imageState", "available")
        .with("imageOwnerId", catalogue.account())
        .with("architecture", "x86_64")
        .with("imageType", "machine");
  }

  ResponseNode securityGroup(NamedResource group) {
    return new ResponseNode()
        .with("groupId", group.id())
        .with("groupName", group.name())
        .with("groupDescription", group.name())
        .with("vpcId", catalogue.vpc())
        .with("ownerId", catalogue.account());
  }

  ResponseNode zone(NamedResource zone) {
    return new ResponseNode()
        .with("zoneName", zone.name())
        .with("zoneId", zone.id())
        .with("zoneState", "available")
        .with("regionName", catalogue.region());
  }

  static ResponseNode tag(ResourceTag tag) {
    return new ResponseNode()
        .with("resourceId", tag.resource())
        .with("resourceType", tag.type())
        .with("key", tag.key())
        .with("value", tag.value());
  }
}
