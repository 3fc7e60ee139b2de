package dev.natsfleet.agent.route;

import dev.natsfleet.registry.NodeRow;

/**
 * A server to which nats-server keeps an explicit route.
 *
 * @param ip its address
 * @param port that takes its routes
 * @param server its {@code server_name}, or an empty string for an original aws-nats node
 */
public record Peer(String ip, int port, String server) implements Comparable<Peer> {

  /** The peer behind a row; all of our own nodes take routes on the same port. */
  static Peer of(NodeRow row, int port) {
    return switch (row) {
      case NodeRow.Managed managed -> new Peer(row.ip(), port, managed.beat().who().server());
      case NodeRow.Original original -> new Peer(original.ip(), NodeRow.Original.ROUTE_PORT, "");
    };
  }

  /** The route as nats-server.conf spells it. */
  public String url() {
    return "nats://" + ip + ":" + port;
  }

  @Override
  public int compareTo(Peer other) {
    return ip.compareTo(other.ip);
  }
}
