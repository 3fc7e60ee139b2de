package dev.natsfleet.operator.port;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cluster's instances as EC2 sees them. */
public interface Instances {

  /**
   * Those that the cluster's group launched, whatever their state and their other tags. EC2 drops
   * terminated ones after a while: what is not listed is gone. May throw {@link
   * dev.natsfleet.registry.PortException}.
   */
  List<ObservedInstance> observe();

  /**
   * Sets tags of an instance; its others stay. May throw {@link
   * dev.natsfleet.registry.PortException}.
   */
  void setTags(String instance, Map<String, String> tags);

  /**
   * An instance as EC2 sees it.
   *
   * @param id its id
   * @param state where it is in its life
   * @param zone Availability Zone
   * @param subnet where it was launched, or null once it is terminated
   * @param ip private address, or null before it has one and once it is terminated
   * @param tags all of them
   */
  record ObservedInstance(
      String id,
      State state,
      String zone,
      @Nullable String subnet,
      @Nullable String ip,
      Map<String, String> tags) {

    public ObservedInstance {
      tags = Map.copyOf(tags);
    }
  }

  /** EC2's instance states. */
  enum State {
    PENDING,
    RUNNING,
    STOPPING,
    STOPPED,
    SHUTTING_DOWN,
    TERMINATED
  }
}
