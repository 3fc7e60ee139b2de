package dev.natsfleet.operator.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Passes connections on to a server until it freezes: then nothing comes or goes, or ends. */
final class FreezableRelay implements AutoCloseable {

  private final String host;
  private final int port;
  private final ServerSocket listening;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean frozen;

  FreezableRelay(String host, int port) {
    this(host, port, InetAddress.getLoopbackAddress());
  }

  /** Listens on another address of this machine. */
  FreezableRelay(String host, int port, InetAddress address) {
    this.host = host;
    this.port = port;
    try {
      listening = new ServerSocket(0, 50, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  void freeze() {
    frozen = true;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listening.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        connect(listening.accept());
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  /** A target that refuses ends this connection alone. */
  private void connect(Socket from) throws IOException {
    try {
      Socket to = new Socket(host, port);
      Thread.startVirtualThread(() -> pass(from, to));
      Thread.startVirtualThread(() -> pass(to, from));
    } catch (IOException e) {
      from.close();
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (frozen) {
          closed.await();
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException | InterruptedException e) {
      return; // one side has ended
    }
  }
}
