package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeAvailabilityZones;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeImages;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeSecurityGroups;
import dev.natsfleet.local.cloud.ec2.Ec2Command.DescribeSubnets;
import dev.natsfleet.local.cloud.ec2.Ec2Result.Named;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Subnet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Lists what the catalogue holds. */
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
            : command.ids().stream().map(this::subnet).toList();
    Map<String, Function<Subnet, List<String>>> facts =
        Map.of(
            "subnet-id", subnet -> List.of(subnet.id()),
            "availability-zone", subnet -> List.of(subnet.zone()),
            "vpc-id", subnet -> List.of(catalogue.vpc()));
    List<Subnet> kept = Filter.keep(asked, command.filters(), facts, subnet -> Map.of());
    return new Ec2Result.Subnets(command.page().cut(kept, PAGE, PAGE));
  }

  private Subnet subnet(String id) {
    return catalogue
        .subnet(id)
        .orElseThrow(
            () ->
                Refusal.of(
                    "InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist"));
  }

  Ec2Result images(DescribeImages command) {
    if (!command.owners().stream().allMatch(this::ours)) {
      return new Ec2Result.Images(command.page().cut(List.of(), PAGE, PAGE));
    }
    List<Named> asked =
        pick(
            catalogue.images(),
            command.ids(),
            "InvalidAMIID.NotFound",
            "The image id '[%s]' does not exist");
    Map<String, Function<Named, List<String>>> facts =
        Map.of(
            "image-id", image -> List.of(image.id()),
            "name", image -> List.of(image.name()),
            "state", image -> List.of("available"));
    List<Named> kept = Filter.keep(asked, command.filters(), facts, image -> Map.of());
    return new Ec2Result.Images(command.page().cut(kept, PAGE, PAGE));
  }

  private boolean ours(String owner) {
    return owner.equals("self") || owner.equals(catalogue.account());
  }

  Ec2Result securityGroups(DescribeSecurityGroups command) {
    List<Named> asked =
        pick(
            catalogue.securityGroups(),
            command.ids(),
            "InvalidGroup.NotFound",
            "The security group '%s' does not exist");
    Map<String, Function<Named, List<String>>> facts =
        Map.of(
            "group-id", group -> List.of(group.id()),
            "group-name", group -> List.of(group.name()),
            "vpc-id", group -> List.of(catalogue.vpc()));
    List<Named> kept = Filter.keep(asked, command.filters(), facts, group -> Map.of());
    return new Ec2Result.SecurityGroups(command.page().cut(kept, PAGE, PAGE));
  }

  Ec2Result zones(DescribeAvailabilityZones command) {
    List<Named> zones =
        catalogue.subnets().stream()
            .map(subnet -> new Named(subnet.zoneId(), subnet.zone()))
            .distinct()
            .filter(zone -> command.names().isEmpty() || command.names().contains(zone.name()))
            .toList();
    if (zones.size() < command.names().size()) {
      throw Refusal.of("InvalidParameterValue", "Invalid availability zone: " + command.names());
    }
    Map<String, Function<Named, List<String>>> facts =
        Map.of("zone-name", zone -> List.of(zone.name()), "zone-id", zone -> List.of(zone.id()));
    return new Ec2Result.Zones(Filter.keep(zones, command.filters(), facts, zone -> Map.of()));
  }

  private static List<Named> pick(
      Map<String, String> known, List<String> ids, String code, String message) {
    return (ids.isEmpty() ? List.copyOf(new TreeMap<>(known).keySet()) : ids)
        .stream()
            .map(
                id -> {
                  String name = known.get(id);
                  if (name == null) {
                    throw Refusal.of(code, message.formatted(id));
                  }
                  return new Named(id, name);
                })
            .toList();
  }
}
