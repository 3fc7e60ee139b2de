package dev.natsfleet.agent.config;

import dev.natsfleet.registry.NodeSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides whether nats-server can take a change by reload. A reload is all or nothing, so one key
 * that it cannot reload asks for a restart (nats-server {@code server/reload.go}, and measured on
 * 2.15.2).
 *
 * @param json reads a JSON object
 */
public record ReloadDecision(Function<String, Map<String, Object>> json) {

  /** Keys that nats-server reloads. Any other key asks for a restart. */
  private static final Set<String> KEYS =
      Set.of(
          "accounts",
          "authorization",
          "connect_error_reports",
          "debug",
          "logtime",
          "max_connections",
          "max_control_line",
          "max_payload",
          "max_pending",
          "max_subscriptions",
          "ping_interval",
          "ping_max",
          "reconnect_error_reports",
          "tls",
          "trace",
          "trace_verbose",
          "write_deadline");

  /** Whether a server that runs with the first settings can be reloaded to the second. */
  public boolean isReloadable(NodeSettings runs, NodeSettings wanted) {
    return runs.cluster().equals(wanted.cluster())
        && runs.version().equals(wanted.version())
        && hasOnlyReloadableChanges(
            ServerConfig.typed(runs.server()), ServerConfig.typed(wanted.server()))
        && hasOnlyReloadableChanges(
            json.apply(runs.server().config()), json.apply(wanted.server().config()));
  }

  private static boolean hasOnlyReloadableChanges(
      Map<String, Object> before, Map<String, Object> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .filter(key -> !Objects.equals(before.get(key), after.get(key)))
        .allMatch(KEYS::contains);
  }
}
