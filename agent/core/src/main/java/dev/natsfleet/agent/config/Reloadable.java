package dev.natsfleet.agent.config;

import dev.natsfleet.registry.NodeSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether nats-server takes a change by reload. A reload is all or nothing, so one key that it
 * cannot reload asks for a restart (nats-server {@code server/reload.go}, and measured on 2.15.2).
 *
 * @param json reads a JSON object
 */
public record Reloadable(Function<String, Map<String, Object>> json) {

  /** Keys of the user's part that nats-server reloads. Any other key asks for a restart. */
  private static final Set<String> KEYS =
      Set.of(
          "accounts",
          "authorization",
          "connect_error_reports",
          "debug",
          "logtime",
          "max_connections",
          "max_control_line",
          "max_pending",
          "max_subscriptions",
          "ping_interval",
          "ping_max",
          "reconnect_error_reports",
          "tls",
          "trace",
          "trace_verbose",
          "write_deadline");

  /** Whether a server that runs with the one can be reloaded to the other. */
  public boolean between(NodeSettings runs, NodeSettings wanted) {
    return runs.cluster().equals(wanted.cluster())
        && runs.version().equals(wanted.version())
        && runs.server().lameDuckSeconds() == wanted.server().lameDuckSeconds()
        && changed(json.apply(runs.server().config()), json.apply(wanted.server().config()));
  }

  private static boolean changed(Map<String, Object> before, Map<String, Object> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .filter(key -> !Objects.equals(before.get(key), after.get(key)))
        .allMatch(KEYS::contains);
  }
}
