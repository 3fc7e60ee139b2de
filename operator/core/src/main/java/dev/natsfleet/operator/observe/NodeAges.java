package dev.natsfleet.operator.observe;

import java.time.Duration;
import java.util.Map;

/**
 * For how long nodes have been as they are, by instance id, as far as this operator has seen.
 *
 * @param readyFor for how long each node has been ready with the settings that it runs
 * @param unlinkedFor for how long no peer of a node has told of a route to it
 */
public record NodeAges(Map<String, Duration> readyFor, Map<String, Duration> unlinkedFor) {

  static final NodeAges NONE = new NodeAges(Map.of(), Map.of());

  public NodeAges {
    readyFor = Map.copyOf(readyFor);
    unlinkedFor = Map.copyOf(unlinkedFor);
  }
}
