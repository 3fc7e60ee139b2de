package dev.natsfleet.local.cloud.world;

import dev.natsfleet.local.cloud.error.CloudException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources that exist in the cloud from the start.
 *
 * @param images AMI id → name
 * @param securityGroups id → name
 * @param instanceProfiles names of instance profiles; each has a role of the same name
 */
public record Catalogue(
    String region,
    String account,
    String vpc,
    List<Subnet> subnets,
    Map<String, String> images,
    Map<String, String> securityGroups,
    List<String> instanceProfiles) {

  /** Three zones with a subnet each, one image, one security group, one instance profile. */
  public static final Catalogue STANDARD =
      new Catalogue(
          "eu-west-1",
          "123456789012",
          "vpc-0a1b2c3d4e5f60001",
          List.of(
              new Subnet("subnet-0a1b2c3d4e5f60001", "eu-west-1a", "euw1-az1", "127.0.1.0/24"),
              new Subnet("subnet-0a1b2c3d4e5f60002", "eu-west-1b", "euw1-az2", "127.0.2.0/24"),
              new Subnet("subnet-0a1b2c3d4e5f60003", "eu-west-1c", "euw1-az3", "127.0.3.0/24")),
          Map.of(
              "ami-0a1b2c3d4e5f60001",
              "natsfleet-node-1",
              "ami-0a1b2c3d4e5f60002",
              "natsfleet-node-2"),
          Map.of("sg-0a1b2c3d4e5f60001", "natsfleet-node"),
          List.of("natsfleet-node"));

  public Catalogue {
    subnets = List.copyOf(subnets);
    images = Map.copyOf(images);
    securityGroups = Map.copyOf(securityGroups);
    instanceProfiles = List.copyOf(instanceProfiles);
  }

  public Optional<Subnet> subnet(String id) {
    return subnets.stream().filter(subnet -> subnet.id().equals(id)).findFirst();
  }

  /** The subnet; refuses like EC2 if it does not exist. */
  public Subnet requireSubnet(String id) {
    return subnet(id)
        .orElseThrow(
            () ->
                CloudException.of(
                    "InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist"));
  }

  /** The zones that have a subnet, in the catalogue's order. */
  public List<String> zones() {
    return subnets.stream().map(Subnet::zone).distinct().toList();
  }
}
