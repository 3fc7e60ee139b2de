package dev.natsfleet.agent.settings;

import dev.natsfleet.agent.config.Bindings.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of one agent. On a node of a fleet the defaults are right: what differs from node to
 * node comes from the instance metadata.
 *
 * @param stateDirectory {@code NATSFLEET_STATE_DIR}: configuration, pid file, log and memory
 * @param server {@code NATSFLEET_SERVER_BINARY}: the nats-server to run
 * @param ports {@code NATSFLEET_CLIENT_PORT}, {@code NATSFLEET_ROUTE_PORT}, {@code
 *     NATSFLEET_MONITOR_PORT}
 * @param monitorAddress {@code NATSFLEET_MONITOR_ADDRESS}: loopback, the monitor has no
 *     authentication
 * @param httpAddress {@code NATSFLEET_HTTP_ADDRESS}: where the agent itself answers
 * @param httpPort {@code NATSFLEET_HTTP_PORT}
 * @param metadata {@code AWS_EC2_METADATA_SERVICE_ENDPOINT}
 * @param clockOffset {@code NATSFLEET_CLOCK_OFFSET_SECONDS}: added to the wall clock that is
 *     written into rows, for tests of skewed clocks
 */
public record AgentSettings(
    Path stateDirectory,
    Path server,
    Ports ports,
    String monitorAddress,
    String httpAddress,
    int httpPort,
    URI metadata,
    Duration clockOffset) {

  /**
   * Reads an environment.
   *
   * @throws SettingsException with every problem
   */
  public static AgentSettings from(Map<String, String> variables) {
    Environment env = new Environment(variables);
    AgentSettings settings =
        new AgentSettings(
            env.read("NATSFLEET_STATE_DIR", "/var/lib/natsfleet", AgentSettings::absolute),
            env.read(
                "NATSFLEET_SERVER_BINARY", "/usr/local/bin/nats-server", AgentSettings::absolute),
            new Ports(
                env.read("NATSFLEET_CLIENT_PORT", "4222", AgentSettings::port),
                env.read("NATSFLEET_ROUTE_PORT", "6222", AgentSettings::port),
                env.read("NATSFLEET_MONITOR_PORT", "8222", AgentSettings::port)),
            env.read("NATSFLEET_MONITOR_ADDRESS", "127.0.0.1", AgentSettings::loopback),
            env.read("NATSFLEET_HTTP_ADDRESS", "127.0.0.1", AgentSettings::loopback),
            env.read("NATSFLEET_HTTP_PORT", "8322", AgentSettings::port),
            env.read("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://169.254.169.254", URI::create),
            env.read("NATSFLEET_CLOCK_OFFSET_SECONDS", "0", AgentSettings::seconds));
    env.check();
    return settings;
  }

  private static Path absolute(String value) {
    Path path = Path.of(value);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("is not an absolute path");
    }
    return path.normalize();
  }

  private static int port(String value) {
    int port = number(value);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("is not between 1 and 65535");
    }
    return port;
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(number(value));
  }

  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is not a whole number", e);
    }
  }

  private static String loopback(String value) {
    if (!value.matches("127(\\.\\d{1,3}){3}")) {
      throw new IllegalArgumentException("is not a loopback address, 127.x.y.z");
    }
    return value;
  }
}
