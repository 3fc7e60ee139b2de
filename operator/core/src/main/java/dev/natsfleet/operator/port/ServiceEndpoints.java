package dev.natsfleet.operator.port;

import dev.natsfleet.registry.ReleaseMark;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The Kubernetes Service and EndpointSlices through which applications find the cluster, owned by
 * its object. Every method may throw {@link dev.natsfleet.registry.PortException}.
 */
public interface ServiceEndpoints {

  /** Service and slices as they are, whoever owns them. */
  Published observe();

  /**
   * Makes Service and slices if absent and brings them to exactly these addresses. CONFLICT if one
   * of them is not ours.
   */
  void apply(SortedSet<Endpoint> serving);

  /** Makes those ours that this holder owns; the others stay as they are. */
  void takeOver(String holder);

  /** Marks those that are ours as released, and lets them outlive the object. */
  void release(ReleaseMark mark);

  /** Deletes those that are ours; absent ones change nothing. */
  void delete();

  /**
   * What Kubernetes holds under the cluster's names.
   *
   * @param endpoints addresses in those slices that are ours; empty if there is no Service
   * @param others who owns those that are not ours, by kind and name; an empty string for nobody
   *     that is known
   */
  record Published(SortedSet<Endpoint> endpoints, Map<String, String> others) {

    public Published {
      endpoints = Collections.unmodifiableSortedSet(new TreeSet<>(endpoints));
      others = Map.copyOf(others);
    }

    /** Addresses in a Service that is ours. */
    public static Published ours(SortedSet<Endpoint> endpoints) {
      return new Published(endpoints, Map.of());
    }
  }

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
