package dev.natsfleet.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The address range 127.n.0.0/16 of one fleet; several fleets can run on a machine at once. A
 * socket on 127.n.0.1 reserves the range until it is closed or the process ends.
 */
public final class VpcRange implements AutoCloseable {

  private static final int GUARD_PORT = 20002;
  private static final int FIRST = 1;

  /**
   * Higher numbers are used for single addresses: {@link
   * dev.natsfleet.local.servers.LoopbackAddress}.
   */
  private static final int LAST = 127;

  private final int number;
  private final ServerSocket guard;

  private VpcRange(int number, ServerSocket guard) {
    this.number = number;
    this.guard = guard;
  }

  /**
   * Claims the first range that nobody holds.
   *
   * @throws IllegalStateException if all ranges are taken
   */
  public static VpcRange claim() {
    for (int number = FIRST; number <= LAST; number++) {
      ServerSocket guard = guard(number);
      if (guard != null) {
        return new VpcRange(number, guard);
      }
    }
    throw new IllegalStateException(
        "127.1.0.0/16 to 127.127.0.0/16 are all taken: close other fleets on this machine");
  }

  /** The prefix of the range, such as {@code 127.1}. */
  public String prefix() {
    return "127." + number;
  }

  /** The address of the services that all instances share. */
  public String services() {
    return prefix() + ".0.1";
  }

  @Override
  public void close() {
    try {
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable ServerSocket guard(int number) {
    byte[] address = {127, (byte) number, 0, 1};
    try {
      return new ServerSocket(GUARD_PORT, 1, InetAddress.getByAddress(address));
    } catch (BindException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("127." + number + ".0.1 cannot be bound", e);
    }
  }
}
