package dev.natsfleet.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A loopback address that belongs to its holder, from 127.128.0.0 to 127.254.255.255. The holder
 * can use its ports without a race: a socket on {@link #GUARD_PORT} reserves the address until it
 * is closed or the process ends, and servers' ports lie below the range of outgoing connections.
 */
public final class LoopbackAddress implements AutoCloseable {

  /** The process that has bound this port holds the address. */
  static final int GUARD_PORT = 20001;

  private static final int CANDIDATES = 100;

  private final ServerSocket guard;

  private LoopbackAddress(ServerSocket guard) {
    this.guard = guard;
  }

  /**
   * Claims an address that nobody holds.
   *
   * @throws IllegalStateException if this machine does not route 127.0.0.0/8 to itself
   */
  public static LoopbackAddress claim() {
    for (int i = 0; i < CANDIDATES; i++) {
      ServerSocket guard = guard(candidate());
      if (guard != null) {
        return new LoopbackAddress(guard);
      }
    }
    throw new IllegalStateException(
        "no address of 127.128.0.0/9 can be bound; Linux has all of them, on other systems add"
            + " aliases to the loopback interface");
  }

  /** The address, in dotted form. */
  public String address() {
    return guard.getInetAddress().getHostAddress();
  }

  @Override
  public void close() {
    try {
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] candidate() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int second = random.nextInt(128, 255);
    int third = random.nextInt(256);
    int fourth = random.nextInt(1, 255);
    return new byte[] {127, (byte) second, (byte) third, (byte) fourth};
  }

  /** The socket that reserves an address, or null if another process holds it. */
  private static @Nullable ServerSocket guard(byte[] address) {
    try {
      return new ServerSocket(GUARD_PORT, 1, InetAddress.getByAddress(address));
    } catch (BindException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("a loopback address cannot be bound", e);
    }
  }
}
