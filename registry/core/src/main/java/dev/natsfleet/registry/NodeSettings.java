package dev.natsfleet.registry;

/**
 * Everything a node of a pool needs to know to run nats-server; the same for all nodes of a
 * revision. Holds no secret.
 *
 * @param revision hash of the rest
 * @param cluster nats-server's cluster name
 * @param version of nats-server
 * @param server typed settings
 * @param registration how the node keeps its row
 */
public record NodeSettings(
    String revision,
    String cluster,
    String version,
    ServerSettings server,
    Registration registration) {

  /**
   * Typed settings of nats-server, and a merge for the rest.
   *
   * @param maxPayloadBytes 1 to 67,108,864
   * @param lameDuckSeconds at least 30, nats-server's own minimum
   * @param config JSON object that is merged into the configuration as it stands; {@code {}} for
   *     none
   */
  public record ServerSettings(long maxPayloadBytes, int lameDuckSeconds, String config) {}

  /**
   * Periods of the row, in seconds. The defaults are those of aws-nats: 10, 30, 300.
   *
   * @param heartbeatSeconds between two heartbeats of a node at rest
   * @param aliveSeconds without a change after which a row is no longer counted as alive
   * @param forgetSeconds without a change after which nobody keeps a route to a row
   */
  public record Registration(int heartbeatSeconds, int aliveSeconds, int forgetSeconds) {}
}
