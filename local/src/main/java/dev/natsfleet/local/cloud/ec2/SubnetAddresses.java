package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.Subnet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Assigns a subnet's addresses in turn, so that an address is not reused at once. */
final class SubnetAddresses {

  /** AWS keeps the first four and the last address of a subnet. */
  private static final int FIRST = 4;

  private static final int COUNT = 251;

  private final Map<String, Integer> next = new HashMap<>();

  String take(Subnet subnet, Predicate<String> used) {
    int start = next.getOrDefault(subnet.id(), 0);
    for (int i = 0; i < COUNT; i++) {
      int host = (start + i) % COUNT;
      String address = subnet.address(FIRST + host);
      if (!used.test(address)) {
        next.put(subnet.id(), host + 1);
        return address;
      }
    }
    throw CloudException.of(
        "InsufficientFreeAddressesInSubnet",
        "The specified subnet does not have enough free addresses to satisfy the request.");
  }
}
