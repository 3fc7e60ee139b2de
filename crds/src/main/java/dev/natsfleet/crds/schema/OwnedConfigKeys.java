package dev.natsfleet.crds.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys of nats-server.conf that natsfleet writes itself, and what to use instead. nats-server reads
 * keys in any case (processConfigFileLine in its opts.go), and several have two names.
 */
public final class OwnedConfigKeys {

  private static final String LISTENERS = "nodes listen on 4222, which the Service publishes";
  private static final String MONITOR = "the agent keeps the monitor for itself";
  private static final String NAMES = "each node is named after its instance";
  private static final String FILES = "the agent keeps the files of a node";
  private static final String CLUSTER = "routes follow the registry";
  private static final String JETSTREAM = "JetStream slots come with a later version";

  private static final Map<String, String> WHY =
      Map.ofEntries(
          Map.entry("listen", LISTENERS),
          Map.entry("port", LISTENERS),
          Map.entry("host", LISTENERS),
          Map.entry("net", LISTENERS),
          Map.entry("client_advertise", LISTENERS),
          Map.entry("http", MONITOR),
          Map.entry("https", MONITOR),
          Map.entry("http_port", MONITOR),
          Map.entry("https_port", MONITOR),
          Map.entry("monitor_port", MONITOR),
          Map.entry("http_base_path", MONITOR),
          Map.entry("server_name", NAMES),
          Map.entry("server_tags", NAMES),
          Map.entry("pid_file", FILES),
          Map.entry("pidfile", FILES),
          Map.entry("ports_file_dir", FILES),
          Map.entry("log_file", FILES),
          Map.entry("logfile", FILES),
          Map.entry("include", FILES),
          Map.entry("cluster", CLUSTER),
          Map.entry("jetstream", JETSTREAM),
          Map.entry("store_dir", JETSTREAM),
          Map.entry("storedir", JETSTREAM),
          Map.entry("max_payload", "use spec.server.maxPayload"),
          Map.entry("lame_duck_duration", "use spec.server.lameDuckDuration"));

  private OwnedConfigKeys() {}

  /** Each key in lower case, with the sentence that refuses it; in alphabetical order. */
  static Map<String, String> sentences() {
    Map<String, String> sentences = new TreeMap<>();
    WHY.forEach((key, why) -> sentences.put(key, sentence(key, why)));
    return sentences;
  }

  /** Why keys of this configuration cannot be taken, whatever their case; empty if all can. */
  public static List<String> refusals(Map<String, Object> config) {
    Map<String, String> refusals = new TreeMap<>();
    WHY.forEach(
        (owned, why) ->
            config.keySet().stream()
                .filter(owned::equalsIgnoreCase)
                .forEach(key -> refusals.put(key, sentence(key, why))));
    return List.copyOf(refusals.values());
  }

  private static String sentence(String key, String why) {
    return "spec.server.config." + key + " is written by natsfleet: " + why + "; remove it";
  }
}
