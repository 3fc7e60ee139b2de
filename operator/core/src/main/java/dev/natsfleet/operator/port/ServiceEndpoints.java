package dev.natsfleet.operator.port;

import java.util.SortedSet;

/**
 * The Kubernetes Service and EndpointSlice through which applications find the cluster, owned by
 * its object. Every method may throw {@link dev.natsfleet.registry.PortException}.
 */
public interface ServiceEndpoints {

  /** Addresses as they are; empty if the Service or the slice does not exist. */
  SortedSet<Endpoint> observe();

  /** Makes Service and slice if absent and brings them to exactly these addresses. */
  void apply(SortedSet<Endpoint> serving);

  /** Deletes both; absent ones change nothing. */
  void delete();

  /**
   * A server that takes clients on port 4222.
   *
   * @param ip its address
   * @param zone Availability Zone, for topology hints
   */
  record Endpoint(String ip, String zone) implements Comparable<Endpoint> {

    @Override
    public int compareTo(Endpoint other) {
      int byIp = ip.compareTo(other.ip);
      return byIp != 0 ? byIp : zone.compareTo(other.zone);
    }
  }
}
