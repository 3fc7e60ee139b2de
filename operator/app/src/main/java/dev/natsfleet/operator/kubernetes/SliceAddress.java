package dev.natsfleet.operator.kubernetes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an EndpointSlice names a node: by its address. The API server refuses loopback addresses
 * there, which the nodes of a fleet on one machine have; those are named by the host name that EC2
 * would give them, in a slice of their own.
 */
final class SliceAddress {

  /** The slices that can exist, by the type of address they hold. */
  enum Type {
    IPv4,
    FQDN;

    static Type of(String ip) {
      return ip.startsWith("127.") ? FQDN : IPv4;
    }
  }

  private static final Pattern HOST = Pattern.compile("ip-(\\d+)-(\\d+)-(\\d+)-(\\d+)\\.internal");

  private SliceAddress() {}

  static String write(String ip) {
    return Type.of(ip) == Type.IPv4 ? ip : "ip-" + ip.replace('.', '-') + ".internal";
  }

  static String read(String address) {
    Matcher host = HOST.matcher(address);
    return host.matches() ? host.replaceAll("$1.$2.$3.$4") : address;
  }
}
