package dev.natsfleet.operator.port;

import dev.natsfleet.registry.ReleaseMark;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * Makes Service and slices if absent and brings them to what they should be, with exactly these
   * addresses. What is not ours stays as it is, and no slice is added to a Service that is not.
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
   * @param endpoints addresses in those slices that are ours
   * @param writable whether there is a slice of ours, or one may be made
   * @param drift fields of what is ours that somebody changed, each as a message; an object that is
   *     gone while another is there is among them
   * @param others who owns those that are not ours, by kind and name; an empty string for nobody
   *     that is known
   * @param unmarked those of the others that bear our label and nobody's mark, by kind and name
   */
  record Published(
      SortedSet<Endpoint> endpoints,
      boolean writable,
      List<String> drift,
      Map<String, String> others,
      Set<String> unmarked) {

    public Published {
      endpoints = Collections.unmodifiableSortedSet(new TreeSet<>(endpoints));
      drift = List.copyOf(drift);
      others = Map.copyOf(others);
      unmarked = Set.copyOf(unmarked);
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
