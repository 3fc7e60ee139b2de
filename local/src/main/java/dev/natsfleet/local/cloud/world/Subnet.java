package dev.natsfleet.local.cloud.world;

/**
 * A subnet; its addresses are loopback addresses.
 *
 * @param cidr a /24 range inside 127.0.0.0/8
 */
public record Subnet(String id, String zone, String zoneId, String cidr) {

  public Subnet {
    if (!cidr.endsWith(".0/24") || !cidr.startsWith("127.")) {
      throw new IllegalArgumentException(
          "subnet " + id + ": " + cidr + " is not a /24 of 127.0.0.0/8");
    }
  }

  /** The address with this last number. */
  public String address(int host) {
    return cidr.substring(0, cidr.length() - "0/24".length()) + host;
  }
}
