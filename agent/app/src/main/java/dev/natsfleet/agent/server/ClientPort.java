package dev.natsfleet.agent.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Where nats-server takes its clients.
 *
 * @param address of this node
 */
public record ClientPort(InetSocketAddress address) {

  private static final int LIMIT = (int) Duration.ofSeconds(2).toMillis();

  /**
   * Whether a client is greeted: nats-server sends {@code INFO}. A process that is stopped accepts
   * connections, by its kernel, and says nothing.
   */
  boolean isGreeting() {
    try (Socket socket = connect()) {
      return socket.getInputStream().read() >= 0;
    } catch (IOException silent) {
      return false;
    }
  }

  /** Whether connections are accepted. */
  boolean isOpen() {
    try (Socket socket = connect()) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(LIMIT);
    socket.connect(address, LIMIT);
    return socket;
  }
}
