package dev.natsfleet.crds.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Keys of nats-server.conf that natsfleet writes itself, and what to use instead. nats-server reads
 * keys in any case (processConfigFileLine in its opts.go), and several have two names.
 */
public final class ReservedConfigKeys {

  private static final String LISTENERS = "nodes listen on 4222, which the Service publishes";
  private static final String MONITOR = "the agent keeps the monitor for itself";
  private static final String PROFILER = "its profiler asks nobody who they are";
  private static final String NAMES = "each node is named after its instance";
  private static final String FILES = "the agent keeps the files of a node";
  private static final String CLUSTER = "routes follow the registry";
  private static final String JETSTREAM = "JetStream slots come with a later version";

  /** The field that holds the configuration itself. */
  private static final String CONFIG = "config";

  private static final Pattern UPPER = Pattern.compile("[A-Z]");

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
          Map.entry("prof_port", PROFILER),
          Map.entry("prof_block_rate", PROFILER),
          Map.entry("server_name", NAMES),
          Map.entry("server_tags", NAMES),
          Map.entry("pid_file", FILES),
          Map.entry("pidfile", FILES),
          Map.entry("ports_file_dir", FILES),
          Map.entry("log_file", FILES),
          Map.entry("logfile", FILES),
          Map.entry("include", FILES),
          Map.entry("syslog", FILES),
          Map.entry("remote_syslog", FILES),
          Map.entry("cluster", CLUSTER),
          Map.entry("jetstream", JETSTREAM),
          Map.entry("store_dir", JETSTREAM),
          Map.entry("storedir", JETSTREAM));

  private ReservedConfigKeys() {}

  /**
   * The key of nats-server.conf that a field of {@code spec.server} becomes: {@code max_payload}
   * for {@code maxPayload}.
   */
  public static String keyOf(String field) {
    return UPPER.matcher(field).replaceAll(letter -> "_" + letter.group().toLowerCase(Locale.ROOT));
  }

  /**
   * Each key in lower case, with the sentence that refuses it; in alphabetical order.
   *
   * @param fields of {@code spec.server}
   */
  static Map<String, String> sentences(Collection<String> fields) {
    Map<String, String> sentences = new TreeMap<>();
    reasons(fields).forEach((key, why) -> sentences.put(key, sentence(key, why)));
    return sentences;
  }

  /**
   * Why keys of this configuration cannot be taken, whatever their case, also those that are not
   * {@link AllowedConfigKeys}; empty if all can.
   *
   * @param fields of {@code spec.server}
   */
  public static List<String> refusals(Map<String, Object> config, Collection<String> fields) {
    Map<String, String> reasons = reasons(fields);
    List<String> refusals = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String key : new TreeSet<>(config.keySet())) {
      String why = reasons.get(key.toLowerCase(Locale.ROOT));
      if (why == null) {
        others.add(key);
      } else {
        refusals.add(sentence(key, why));
      }
    }
    refusals.addAll(AllowedConfigKeys.refusals(others));
    return refusals;
  }

  private static Map<String, String> reasons(Collection<String> fields) {
    Map<String, String> reasons = new HashMap<>(WHY);
    fields.stream()
        .filter(field -> !field.equals(CONFIG))
        .forEach(field -> reasons.put(keyOf(field), "use spec.server." + field));
    return reasons;
  }

  private static String sentence(String key, String why) {
    return "spec.server.config." + key + " is written by natsfleet: " + why + "; remove it";
  }
}
