package dev.natsfleet.logs.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A TCP proxy that lets so many bytes a second come back from a server. */
final class Throttle implements AutoCloseable {

  private static final int PIECE = 16 * 1024;

  private final ServerSocket listening = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final int server;
  private volatile long rate;

  Throttle(int server, long bytesPerSecond) throws IOException {
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

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        open.addAll(List.of(client, behind));
        Thread.startVirtualThread(() -> copy(client, behind, false));
        Thread.startVirtualThread(() -> copy(behind, client, true));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void copy(Socket from, Socket to, boolean slow) {
    byte[] piece = new byte[PIECE];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        out.write(piece, 0, read);
        LockSupport.parkNanos(slow ? read * 1_000_000_000L / rate : 0);
      }
    } catch (IOException e) {
      return; // one of both ended
    }
  }
}
