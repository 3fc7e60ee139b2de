package dev.natsfleet.operator;

import dev.natsfleet.operator.kubernetes.lease.LeaderLeaseRef;
import dev.natsfleet.settings.EnvironmentReader;
import dev.natsfleet.settings.SettingsException;
import dev.natsfleet.values.PortFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The settings of the operator; no other class reads the environment. Credentials, Region and
 * endpoints of AWS and of Kubernetes come from where their own clients look for them.
 *
 * @param namespaces to watch; none means all
 * @param fleetId 1 to 63 letters, digits, dots, hyphens and underscores; empty for that of the
 *     Kubernetes cluster
 * @param lease by which one of several operators acts; without one this operator acts at once
 * @param httpAddress where health and metrics listen
 * @param httpPort 0 to 65535; 0 takes a free one
 */
public record OperatorSettings(
    Set<String> namespaces,
    String fleetId,
    Optional<LeaderLeaseRef> lease,
    String httpAddress,
    int httpPort) {

  private static final String PREFIX = "NATSFLEET_";

  public OperatorSettings {
    namespaces = Set.copyOf(namespaces);
  }

  /**
   * Reads the environment.
   *
   * @throws SettingsException with all problems at once
   */
  public static OperatorSettings from(Map<String, String> environment) throws SettingsException {
    EnvironmentReader env =
        new EnvironmentReader(environment, PREFIX, List.of(OperatorVariable.values()));
    OperatorSettings settings =
        new OperatorSettings(
            Set.copyOf(env.list(OperatorVariable.NATSFLEET_NAMESPACES)),
            env.parsed(OperatorVariable.NATSFLEET_FLEET_ID, OperatorSettings::fleetId),
            lease(env),
            env.text(OperatorVariable.NATSFLEET_HTTP_ADDRESS),
            env.parsed(OperatorVariable.NATSFLEET_HTTP_PORT, PortFormat::parseOrFree));
    env.throwProblems();
    return settings;
  }

  private static Optional<LeaderLeaseRef> lease(EnvironmentReader env) {
    String name = env.parsed(OperatorVariable.NATSFLEET_LEASE_NAME, OperatorSettings::objectName);
    String namespace =
        env.parsed(OperatorVariable.NATSFLEET_LEASE_NAMESPACE, OperatorSettings::objectName);
    env.check(
        name.isEmpty() == namespace.isEmpty(),
        "%s and %s belong together: set both, or none"
            .formatted(
                OperatorVariable.NATSFLEET_LEASE_NAME, OperatorVariable.NATSFLEET_LEASE_NAMESPACE));
    String replica = env.text(OperatorVariable.NATSFLEET_REPLICA) + "_" + UUID.randomUUID();
    return Optional.of(new LeaderLeaseRef(namespace, name, replica))
        .filter(ref -> !ref.name().isEmpty());
  }

  private static String objectName(String text) {
    if (text.isEmpty() || text.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
      return text;
    }
    throw new IllegalArgumentException(
        "is not a name; use 1 to 63 lower-case letters, digits and '-', a letter or digit first and last");
  }

  private static String fleetId(String text) {
    if (text.isEmpty() || text.matches("[A-Za-z0-9][-A-Za-z0-9._]{0,62}")) {
      return text;
    }
    throw new IllegalArgumentException(
        "is not a fleet id; use 1 to 63 letters, digits, '-', '.' and '_', a letter or digit first");
  }
}
