package dev.natsfleet.checks.tools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A release host on a free local port. It serves one archive and a SHA256SUMS file with the
 * checksum {@code sum}.
 */
final class ReleaseHost implements AutoCloseable {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final byte[] archive;
  private final String sum;

  private ReleaseHost(HttpServer server, byte[] archive, String sum) {
    this.server = server;
    this.archive = archive;
    this.sum = sum;
  }

  static ReleaseHost serving(byte[] archive, String sum) throws IOException {
    InetSocketAddress free =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    ReleaseHost host = new ReleaseHost(HttpServer.create(free, 0), archive, sum);
    host.server.createContext("/", host::answer);
    host.server.start();
    return host;
  }

  static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The paths requested so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    byte[] body = path.endsWith("SHA256SUMS") ? sums() : archive;
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private byte[] sums() {
    String line = sum + "  nats-server-v" + ToolRun.pinned() + "-linux-%s.tar.gz\n";
    return (line.formatted("amd64") + line.formatted("arm64")).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
