package dev.natsfleet.registry;

/**
 * Everything that a node needs to run nats-server, except secrets. All nodes of a revision have the
 * same settings.
 *
 * <p>Revision, table and state file follow from the components: no two components have the same
 * name, and one that is added later is a {@code @Nullable} box, null for what nats-server does by
 * itself, so that the revision of a fleet that does not use it stays.
 *
 * @param revision hash of the other components
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

  /** The same settings under this revision. */
  public NodeSettings withRevision(String hash) {
    return new NodeSettings(hash, cluster, version, server, registration);
  }

  /**
   * Typed settings of nats-server, and free configuration that is merged into the rest.
   *
   * @param maxPayloadBytes 1 to 67,108,864
   * @param lameDuckSeconds at least 30, nats-server's own minimum
   * @param config JSON object that is merged into the configuration unchanged; {@code {}} for none
   */
  public record ServerSettings(long maxPayloadBytes, int lameDuckSeconds, String config) {}

  /**
   * Periods of the row, in seconds. The defaults are those of aws-nats: 10, 30, 300.
   *
   * @param heartbeatSeconds time between two heartbeats of a node at rest
   * @param aliveSeconds time without a change after which a row no longer counts as alive
   * @param forgetSeconds time without a change after which nodes drop their route to it
   */
  public record Registration(int heartbeatSeconds, int aliveSeconds, int forgetSeconds) {}
}
