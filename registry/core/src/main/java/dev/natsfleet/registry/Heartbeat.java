package dev.natsfleet.registry;

/**
 * What a node writes into its row.
 *
 * @param who the node
 * @param counter grows by one with every heartbeat of a boot; liveness is judged by its change
 * @param time seconds since 1970, for people and for readers of the aws-nats contract
 * @param status of the aws-nats contract
 * @param description for people
 * @param software versions that run on the node
 * @param revision of the settings that nats-server runs with, or an empty string before its start
 * @param report what the node sees
 */
public record Heartbeat(
    NodeIdentity who,
    long counter,
    long time,
    AwsNatsStatus status,
    String description,
    Software software,
    String revision,
    NodeReport report) {

  /**
   * Versions that run on a node.
   *
   * @param server nats-server's, or an empty string while unknown
   * @param agent the agent's
   */
  public record Software(String server, String agent) {}
}
