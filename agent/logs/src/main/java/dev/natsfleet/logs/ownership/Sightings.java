package dev.natsfleet.logs.ownership;

import java.util.HashMap;
import java.util.Map;

/** Judges others by when we last saw their key change, on our own monotonic clock. */
final class Sightings {

  private final long expiry;
  private final Map<String, Sighting> seen = new HashMap<>();

  Sightings(long expiry) {
    this.expiry = expiry;
  }

  /** Whether a key's owner may be alive: its revision has changed within the expiry. */
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
