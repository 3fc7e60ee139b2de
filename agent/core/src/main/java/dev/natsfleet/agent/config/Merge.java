package dev.natsfleet.agent.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays a user's configuration under ours: where both speak, ours wins. */
final class Merge {

  /** Other spellings of what we set, and what a core node must not have. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "net",
          "addr",
          "port",
          "http_port",
          "https",
          "https_port",
          "monitor_port",
          "pidfile",
          "logfile",
          "jetstream",
          "cluster.host",
          "cluster.net",
          "cluster.port",
          "cluster.no_advertise");

  private Merge() {}

  /** Ours and, after it, what only they have. */
  static Map<String, Object> under(Map<String, Object> ours, Map<String, Object> theirs) {
    return under(ours, theirs, "");
  }

  private static Map<String, Object> under(Map<?, ?> ours, Map<?, ?> theirs, String path) {
    Map<String, Object> merged = new LinkedHashMap<>();
    ours.forEach((key, value) -> merged.put(key.toString(), value));
    theirs.forEach((key, value) -> add(merged, path, key.toString(), value));
    return merged;
  }

  private static void add(
      Map<String, Object> merged, String path, String spelled, @Nullable Object value) {
    // nats-server reads keys without regard to case
    String key = spelled.toLowerCase(Locale.ROOT);
    Object mine = merged.get(key);
    if (mine instanceof Map<?, ?> ours && value instanceof Map<?, ?> theirs) {
      merged.put(key, under(ours, theirs, key + "."));
    } else if (mine == null && value != null && !OURS.contains(path + key)) {
      merged.put(spelled, value);
    }
  }
}
