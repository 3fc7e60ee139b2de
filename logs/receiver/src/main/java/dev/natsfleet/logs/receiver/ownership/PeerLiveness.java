package dev.natsfleet.logs.receiver.ownership;

import java.util.HashMap;
import java.util.Map;

/** Judges whether other receivers are alive by when their key last changed, on our own clock. */
final class PeerLiveness {

  private final long expiry;
  private final Map<String, Sighting> seen = new HashMap<>();

  PeerLiveness(long expiry) {
    this.expiry = expiry;
  }

  /** Whether a key's owner may be alive: the key's revision has changed within the expiry. */
  boolean isAlive(String key, long revision, long now) {
    Sighting last = seen.get(key);
    if (last == null || last.revision != revision) {
      seen.put(key, new Sighting(revision, now));
      return true;
    }
    return now - last.since < expiry;
  }

  private record Sighting(long revision, long since) {}
}
