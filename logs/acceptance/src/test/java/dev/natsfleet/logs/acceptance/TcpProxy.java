package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy before a server. Few bytes a second may come back through it; while it is cut,
 * nothing passes in either direction, and nobody is told, as on a network that is cut.
 */
final class TcpProxy implements AutoCloseable {

  private static final int PIECE = 16 * 1024;

  private final ServerSocket listening = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final int server;
  private volatile long rate;
  private boolean cut;

  TcpProxy(int server, long bytesPerSecond) throws IOException {
    this.server = server;
    this.rate = bytesPerSecond;
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  void rate(long bytesPerSecond) {
    rate = bytesPerSecond;
  }

  /** Cuts it, or makes it whole again. */
  synchronized void cut(boolean now) {
    cut = now;
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
    cut(false);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        open.add(client);
        Thread.startVirtualThread(() -> connect(client));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void connect(Socket client) {
    try (client) {
      awaitWhole();
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
      open.add(behind);
      Thread.startVirtualThread(() -> copy(client, behind, false));
      copy(behind, client, true);
    } catch (IOException e) {
      return; // the server is not there
    }
  }

  private void copy(Socket from, Socket to, boolean slow) {
    byte[] piece = new byte[PIECE];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        awaitWhole();
        out.write(piece, 0, read);
        LockSupport.parkNanos(slow ? read * 1_000_000_000L / rate : 0);
      }
    } catch (IOException e) {
      return; // one of both ended
    }
  }

  private synchronized void awaitWhole() throws IOException {
    try {
      while (cut) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
