package dev.natsfleet.agent.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the user's configuration into ours; where both set a key, ours wins. */
final class ConfigMerge {

  /** Keys that are other spellings of ours, and keys that a core node must not have. */
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

  private ConfigMerge() {}

  /** Our keys, followed by the keys that only the user's configuration has. */
  static Map<String, Object> merge(Map<String, Object> ours, Map<String, Object> theirs) {
    return merge(ours, theirs, "");
  }

  private static Map<String, Object> merge(Map<?, ?> ours, Map<?, ?> theirs, String path) {
    Map<String, Object> merged = new LinkedHashMap<>();
    ours.forEach((key, value) -> merged.put(key.toString(), value));
    theirs.forEach((key, value) -> add(merged, path, key.toString(), value));
    return merged;
  }

  private static void add(
      Map<String, Object> merged, String path, String spelling, @Nullable Object value) {
    // nats-server reads keys without regard to case
    String key = spelling.toLowerCase(Locale.ROOT);
    Object mine = merged.get(key);
    if (mine instanceof Map<?, ?> ours && value instanceof Map<?, ?> theirs) {
      merged.put(key, merge(ours, theirs, key + "."));
    } else if (mine == null && value != null && !OURS.contains(path + key)) {
      merged.put(spelling, value);
    }
  }
}
