package dev.natsfleet.local.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checks that messages are delivered between every pair of servers. */
public final class PairwiseDelivery {

  private PairwiseDelivery() {}

  /**
   * Subscribes and publishes at each server until every message has arrived at every server or the
   * time is over. It publishes repeatedly, because a server learns of other servers' subscriptions
   * with a delay.
   *
   * @return the pairs without a delivered message
   */
  public static Set<ServerPair> missing(List<String> urls, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    List<ProbeClient> clients = new ArrayList<>();
    Set<ServerPair> missing = everyPair(urls);
    try {
      String subject = "natsfleet.delivery." + UUID.randomUUID();
      urls.forEach(url -> clients.add(new ProbeClient(url, subject)));
      while (!missing.isEmpty() && System.nanoTime() < deadline) {
        clients.forEach(ProbeClient::publish);
        clients.forEach(probeClient -> missing.removeAll(probeClient.receive()));
      }
      return missing;
    } finally {
      clients.forEach(ProbeClient::close);
    }
  }

  private static Set<ServerPair> everyPair(List<String> urls) {
    return urls.stream()
        .flatMap(from -> urls.stream().map(to -> new ServerPair(from, to)))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
