package dev.natsfleet.local.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether messages cross between every pair of servers. */
public final class Crossing {

  private Crossing() {}

  /**
   * Subscribes and calls out at each server, until everybody was heard everywhere or the time is
   * over. It calls again, since a server learns of a subscription elsewhere only after a moment.
   *
   * @return pairs between which nothing came across
   */
  public static Set<Pair> missing(List<String> urls, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    List<Station> stations = new ArrayList<>();
    Set<Pair> missing = everyPair(urls);
    try {
      String subject = "natsfleet.crossing." + UUID.randomUUID();
      urls.forEach(url -> stations.add(new Station(url, subject)));
      while (!missing.isEmpty() && System.nanoTime() < deadline) {
        stations.forEach(Station::call);
        stations.forEach(station -> missing.removeAll(station.heard()));
      }
      return missing;
    } finally {
      stations.forEach(Station::close);
    }
  }

  private static Set<Pair> everyPair(List<String> urls) {
    return urls.stream()
        .flatMap(from -> urls.stream().map(to -> new Pair(from, to)))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
