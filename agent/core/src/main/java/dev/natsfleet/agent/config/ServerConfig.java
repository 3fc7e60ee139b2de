package dev.natsfleet.agent.config;

import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Renders nats-server.conf for one node.
 *
 * @param bindings where nats-server listens
 * @param json reads a JSON object; the settings carry the user's part as JSON
 */
public record ServerConfig(Bindings bindings, Function<String, Map<String, Object>> json) {

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
    return ConfigText.write(Merge.under(ours, json.apply(settings.server().config())));
  }

  private Map<String, Object> server(NodeSettings settings, NodeIdentity who) {
    String client = who.ip() + ":" + bindings.ports().client();
    Map<String, Object> server = new LinkedHashMap<>();
    server.put("server_name", who.server());
    server.put("listen", client);
    server.put("client_advertise", client);
    server.put("http", bindings.monitorAddress() + ":" + bindings.ports().monitor());
    server.put("server_tags", List.of("az:" + who.zone(), "pool:" + who.pool()));
    server.put("pid_file", bindings.pidFile());
    server.put("log_file", bindings.logFile());
    server.put("logfile_size_limit", LOG_FILE_BYTES);
    server.put("logfile_max_num", LOG_FILES);
    server.put("max_payload", settings.server().maxPayloadBytes());
    server.put("lame_duck_duration", settings.server().lameDuckSeconds() + "s");
    return server;
  }

  private Map<String, Object> cluster(
      NodeSettings settings, NodeIdentity who, List<String> routes) {
    String route = who.ip() + ":" + bindings.ports().route();
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
