package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeAvailabilityZones;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeImages;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeSecurityGroups;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeSubnets;
import dev.natsfleet.local.cloud.ec2.Ec2Result.NamedResource;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Subnet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Commands that list subnets, images, security groups and zones of the catalogue. */
final class NetworkCommands {

  private static final int PAGE = 1000;

  private final Catalogue catalogue;

  NetworkCommands(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Ec2Result subnets(DescribeSubnets command) {
    List<Subnet> asked =
        command.ids().isEmpty()
            ? catalogue.subnets()
            : command.ids().stream().map(catalogue::requireSubnet).toList();
    Map<String, Function<Subnet, List<String>>> facts =
        Map.of(
            "subnet-id", subnet -> List.of(subnet.id()),
            "availability-zone", subnet -> List.of(subnet.zone()),
            "vpc-id", subnet -> List.of(catalogue.vpc()));
    List<Subnet> kept = Filter.select(asked, command.filters(), facts, subnet -> Map.of());
    return new Ec2Result.Subnets(command.page().cut(kept, PAGE, PAGE));
  }

  Ec2Result images(DescribeImages command) {
    if (!command.owners().stream().allMatch(this::isOwnAccount)) {
      return new Ec2Result.Images(command.page().cut(List.of(), PAGE, PAGE));
    }
    ImageIds.validate(command.ids(), catalogue);
    List<NamedResource> asked = pick(catalogue.images(), command.ids());
    Map<String, Function<NamedResource, List<String>>> facts =
        Map.of(
            "image-id", image -> List.of(image.id()),
            "name", image -> List.of(image.name()),
            "state", image -> List.of("available"));
    List<NamedResource> kept = Filter.select(asked, command.filters(), facts, image -> Map.of());
    return new Ec2Result.Images(command.page().cut(kept, PAGE, PAGE));
  }

  private boolean isOwnAccount(String owner) {
    return owner.equals("self") || owner.equals(catalogue.account());
  }

  Ec2Result securityGroups(DescribeSecurityGroups command) {
    List<NamedResource> asked = pick(catalogue.securityGroups(), securityGroups(command.ids()));
    Map<String, Function<NamedResource, List<String>>> facts =
        Map.of(
            "group-id", group -> List.of(group.id()),
            "group-name", group -> List.of(group.name()),
            "vpc-id", group -> List.of(catalogue.vpc()));
    List<NamedResource> kept = Filter.select(asked, command.filters(), facts, group -> Map.of());
    return new Ec2Result.SecurityGroups(command.page().cut(kept, PAGE, PAGE));
  }

  Ec2Result zones(DescribeAvailabilityZones command) {
    List<NamedResource> zones =
        catalogue.subnets().stream()
            .map(subnet -> new NamedResource(subnet.zoneId(), subnet.zone()))
            .distinct()
            .filter(zone -> command.names().isEmpty() || command.names().contains(zone.name()))
            .toList();
    if (zones.size() < command.names().size()) {
      throw CloudException.of(
          "InvalidParameterValue", "Invalid availability zone: " + command.names());
    }
    Map<String, Function<NamedResource, List<String>>> facts =
        Map.of("zone-name", zone -> List.of(zone.name()), "zone-id", zone -> List.of(zone.id()));
    return new Ec2Result.Zones(Filter.select(zones, command.filters(), facts, zone -> Map.of()));
  }

  private List<String> securityGroups(List<String> ids) {
    for (String id : ids) {
      if (!catalogue.securityGroups().containsKey(id)) {
        throw CloudException.of(
            "InvalidGroup.NotFound", "The security group '" + id + "' does not exist");
      }
    }
    return ids;
  }

  private static List<NamedResource> pick(Map<String, String> known, List<String> ids) {
    return new TreeMap<>(known)
        .entrySet().stream()
            .filter(one -> ids.isEmpty() || ids.contains(one.getKey()))
            .map(one -> new NamedResource(one.getKey(), one.getValue()))
            .toList();
  }
}
