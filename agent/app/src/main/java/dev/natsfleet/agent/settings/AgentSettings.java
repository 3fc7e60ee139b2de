package dev.natsfleet.agent.settings;

import dev.natsfleet.agent.config.ListenAddresses.ServerPorts;
import dev.natsfleet.settings.EnvironmentReader;
import dev.natsfleet.settings.SettingsException;
import dev.natsfleet.values.CountFormat;
import dev.natsfleet.values.PortFormat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The settings of one agent. On a node of a fleet the defaults are right: what differs from node to
 * node comes from the instance metadata.
 *
 * @param stateDirectory {@code NATSFLEET_STATE_DIR}: configuration, pid file, log and the agent's
 *     own state
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
    ServerPorts ports,
    String monitorAddress,
    String httpAddress,
    int httpPort,
    URI metadata,
    Duration clockOffset) {

  private static final String PREFIX = "NATSFLEET_";

  /**
   * Reads an environment.
   *
   * @throws SettingsException with every problem
   */
  public static AgentSettings from(Map<String, String> variables) throws SettingsException {
    EnvironmentReader env =
        new EnvironmentReader(variables, PREFIX, List.of(AgentVariable.values()));
    AgentSettings settings =
        new AgentSettings(
            env.parsed(AgentVariable.NATSFLEET_STATE_DIR, AgentSettings::absolute),
            env.parsed(AgentVariable.NATSFLEET_SERVER_BINARY, AgentSettings::absolute),
            new ServerPorts(
                env.parsed(AgentVariable.NATSFLEET_CLIENT_PORT, PortFormat::parse),
                env.parsed(AgentVariable.NATSFLEET_ROUTE_PORT, PortFormat::parse),
                env.parsed(AgentVariable.NATSFLEET_MONITOR_PORT, PortFormat::parse)),
            env.parsed(AgentVariable.NATSFLEET_MONITOR_ADDRESS, AgentSettings::loopback),
            env.parsed(AgentVariable.NATSFLEET_HTTP_ADDRESS, AgentSettings::loopback),
            env.parsed(AgentVariable.NATSFLEET_HTTP_PORT, PortFormat::parse),
            env.parsed(AgentVariable.AWS_EC2_METADATA_SERVICE_ENDPOINT, URI::create),
            env.parsed(AgentVariable.NATSFLEET_CLOCK_OFFSET_SECONDS, AgentSettings::seconds));
    env.throwProblems();
    return settings;
  }

  private static Path absolute(String value) {
    Path path = Path.of(value);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("is not an absolute path");
    }
    return path.normalize();
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(CountFormat.parseSigned(value));
  }

  private static String loopback(String value) {
    if (!value.matches("127(\\.\\d{1,3}){3}")) {
      throw new IllegalArgumentException("is not a loopback address, 127.x.y.z");
    }
    return value;
  }
}
