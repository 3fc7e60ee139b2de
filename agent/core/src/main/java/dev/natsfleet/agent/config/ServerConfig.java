package dev.natsfleet.agent.config;

import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import dev.natsfleet.values.DurationFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Renders nats-server.conf for one node.
 *
 * @param listenAddresses where nats-server listens
 * @param json reads a JSON object; the settings carry the user's part as JSON
 */
public record ServerConfig(
    ListenAddresses listenAddresses, Function<String, Map<String, Object>> json) {

  private static final long LOG_FILE_BYTES = 64L << 20;
  private static final int LOG_FILES = 8;

  /** Explicit routes are retried for ever, gossiped ones this often, a second apart. */
  private static final int CONNECT_RETRIES = 60;

  /**
   * The configuration of one node.
   *
   * @param routes URLs, in a stable order
   */
  public String render(NodeSettings settings, NodeIdentity who, List<String> routes) {
    Map<String, Object> ours = server(settings, who);
    ours.put("cluster", cluster(settings, who, routes));
    return ConfigText.write(ConfigMerge.merge(ours, json.apply(settings.server().config())));
  }

  /** The keys that the typed settings become. */
  static Map<String, Object> typed(ServerSettings settings) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("max_payload", settings.maxPayloadBytes());
    keys.put(
        "lame_duck_duration",
        DurationFormat.render(Duration.ofSeconds(settings.lameDuckSeconds())));
    return keys;
  }

  private Map<String, Object> server(NodeSettings settings, NodeIdentity who) {
    String client = who.ip() + ":" + listenAddresses.ports().client();
    Map<String, Object> server = new LinkedHashMap<>();
    server.put("server_name", who.server());
    server.put("listen", client);
    server.put("client_advertise", client);
    server.put("http", listenAddresses.monitorAddress() + ":" + listenAddresses.ports().monitor());
    server.put("server_tags", List.of("az:" + who.zone(), "pool:" + who.pool()));
    server.put("pid_file", listenAddresses.pidFile());
    server.put("log_file", listenAddresses.logFile());
    server.put("logfile_size_limit", LOG_FILE_BYTES);
    server.put("logfile_max_num", LOG_FILES);
    server.putAll(typed(settings.server()));
    return server;
  }

  private Map<String, Object> cluster(
      NodeSettings settings, NodeIdentity who, List<String> routes) {
    String route = who.ip() + ":" + listenAddresses.ports().route();
    Map<String, Object> cluster = new LinkedHashMap<>();
    cluster.put("name", settings.cluster());
    cluster.put("listen", route);
    // gossip otherwise carries the address a connection came from, which may not be reachable
    cluster.put("advertise", route);
    cluster.put("connect_retries", CONNECT_RETRIES);
    cluster.put("routes", routes);
    return cluster;
  }
}
