package dev.natsfleet.crds.schema;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of nats-server.conf that {@code spec.server.config} may hold: those of nats-server 2.15
 * (processConfigFileLine in its opts.go; all versions that natsfleet runs have the same) that
 * neither natsfleet writes nor opens a door that nobody asked for. What is not listed is refused,
 * so that a key of a later nats-server, or a misspelt one, never reaches a node. nats-server checks
 * what a key holds: the agent runs {@code nats-server -t} before a node takes it.
 */
public final class AllowedConfigKeys {

  private static final Set<String> KEYS =
      Set.of(
          "accounts",
          "account_resolver",
          "accounts_resolver",
          "allow_non_tls",
          "authorization",
          "connect_error_reports",
          "debug",
          "default_js_domain",
          "default_sentinel",
          "disable_sublist_cache",
          "feature_flags",
          "gateway",
          "lame_duck_grace_period",
          "leaf",
          "leafnodes",
          "log_max_num",
          "log_size_limit",
          "logfile_max_num",
          "logfile_size_limit",
          "logtime",
          "logtime_utc",
          "mappings",
          "maps",
          "max_closed_clients",
          "max_conn",
          "max_connections",
          "max_control_line",
          "max_pending",
          "max_sub_tokens",
          "max_subs",
          "max_subscription_tokens",
          "max_subscriptions",
          "max_traced_msg_len",
          "mqtt",
          "no_auth_user",
          "no_fast_producer_stall",
          "no_header_support",
          "no_sublist_cache",
          "no_sys_acc",
          "no_system",
          "no_system_account",
          "ocsp",
          "ocsp_cache",
          "operator",
          "operators",
          "ping_interval",
          "ping_max",
          "proxies",
          "proxy_protocol",
          "reconnect_error_reports",
          "resolver",
          "resolver_pinned_accounts",
          "resolver_preload",
          "resolver_tls",
          "root",
          "root_operator",
          "root_operators",
          "roots",
          "server_metadata",
          "system",
          "system_account",
          "tls",
          "trace",
          "trace_headers",
          "trace_verbose",
          "trusted",
          "trusted_keys",
          "websocket",
          "write_deadline",
          "write_timeout",
          "ws");

  private AllowedConfigKeys() {}

  /**
   * Every key, in alphabetical order, without those that a field of {@code spec.server} is for.
   *
   * @param fields of {@code spec.server}
   */
  public static List<String> all(Collection<String> fields) {
    Set<String> keys = new TreeSet<>(KEYS);
    fields.stream().map(ReservedConfigKeys::keyOf).forEach(keys::remove);
    return List.copyOf(keys);
  }

  /** Why keys cannot be taken that nobody knows, one sentence each; nats-server ignores case. */
  static List<String> refusals(Collection<String> keys) {
    return keys.stream()
        .filter(key -> !KEYS.contains(key.toLowerCase(Locale.ROOT)))
        .map(
            key ->
                "spec.server.config.%s is not among the keys that natsfleet passes to nats-server"
                        .formatted(key)
                    + " (docs/reference/natscluster.md lists them): correct or remove it")
        .toList();
  }
}
