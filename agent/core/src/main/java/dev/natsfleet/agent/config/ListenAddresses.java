package dev.natsfleet.agent.config;

/**
 * Where nats-server listens and keeps its files on this node.
 *
 * @param ports of nats-server
 * @param monitorAddress address of the monitor, which has no authentication: a loopback address
 * @param directory absolute path of the directory for pid file and log
 */
public record ListenAddresses(ServerPorts ports, String monitorAddress, String directory) {

  /** The ports of nats-server, 1 to 65,535. */
  public record ServerPorts(int client, int route, int monitor) {}

  /** The file in which nats-server notes its process id. */
  public String pidFile() {
    return directory + "/nats-server.pid";
  }

  /** The file into which nats-server logs. */
  public String logFile() {
    return directory + "/nats-server.log";
  }
}
