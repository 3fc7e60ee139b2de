package dev.natsfleet.monitoring;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves {@link Endpoints} over HTTP on a Unix domain socket, which the server of the JDK cannot.
 * Only the user who started it may connect. Each connection has a thread and one request.
 */
public final class UnixSocketServer implements Closeable {

  /** Bytes of {@code sun_path} before its last zero, see unix(7). */
  private static final int LONGEST_PATH = 107;

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long NO_DESCRIPTOR_WAIT = Duration.ofSeconds(1).toNanos();

  private final Path path;
  private final ServerSocketChannel channel;
  private final Endpoints endpoints;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private UnixSocketServer(Path path, ServerSocketChannel channel, Endpoints endpoints) {
    this.path = path;
    this.channel = channel;
    this.endpoints = endpoints;
  }

  /**
   * Starts to listen; a socket that a program left behind is replaced.
   *
   * @param path whose directory the caller has locked, so that nobody listens there
   * @throws IOException with the reason in words
   */
  public static UnixSocketServer start(Path path, Endpoints endpoints) throws IOException {
    int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_PATH) {
      throw new IOException(
          "the path has %d bytes, and that of a socket at most %d".formatted(length, LONGEST_PATH));
    }
    removeSocket(path);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    UnixSocketServer started = new UnixSocketServer(path, channel, endpoints);
    started.threads.execute(started::accept);
    return started;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    threads.shutdownNow();
    removeSocket(path);
  }

  /** Removes a socket and nothing else. */
  private static void removeSocket(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isOther()) {
      throw new FileAlreadyExistsException(path.toString());
    }
    Files.delete(path);
  }

  private void accept() {
    while (channel.isOpen()) {
      try {
        serve(channel.accept());
      } catch (ClosedChannelException e) {
        return; // by close
      } catch (IOException e) {
        LockSupport.parkNanos(NO_DESCRIPTOR_WAIT); // none is free for a connection
      }
    }
  }

  /** Nobody keeps a connection for longer, whatever the other end does. */
  private void serve(SocketChannel client) {
    Future<?> _ =
        threads.submit(
            () -> {
              Thread.sleep(LONGEST);
              client.close();
              return null;
            });
    Future<?> _ =
        threads.submit(
            () -> {
              try (client) {
                new UnixSocketExchange(client).respond(endpoints);
              }
              return null;
            });
  }
}
