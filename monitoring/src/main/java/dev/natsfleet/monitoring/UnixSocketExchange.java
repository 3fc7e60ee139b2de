package dev.natsfleet.monitoring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One request and its response on a Unix domain socket: as much of HTTP/1.1 as GET needs. */
final class UnixSocketExchange {

  private static final int MAX_HEAD = 8 * 1024;

  /** Written at a time, because the JDK copies it to memory of which there is little. */
  private static final int PIECE = 16 * 1024;

  private final SocketChannel channel;

  UnixSocketExchange(SocketChannel channel) {
    this.channel = channel;
  }

  /** Reads a request and writes what is at its path. */
  void respond(Endpoints endpoints) throws IOException, InterruptedException {
    String head = readHead();
    String[] words = head.lines().findFirst().orElse("").split(" ", -1);
    if (words.length < 2) {
      write(Response.refused(400, "this is no request of HTTP\n"));
    } else if (!"GET".equals(words[0])) {
      write(Response.refused(405, "only GET is known\n"));
    } else {
      Endpoints.Endpoint endpoint = endpoints.byPath().get(words[1].replaceFirst("\\?.*", ""));
      write(
          endpoint == null
              ? Response.refused(404, "known are " + endpoints.byPath().keySet() + "\n")
              : EndpointServer.respond(endpoint));
    }
  }

  /** The request up to its empty line, or what fits. */
  private String readHead() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_HEAD);
    String head = "";
    while (!head.contains("\r\n\r\n") && buffer.hasRemaining() && channel.read(buffer) >= 0) {
      head = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
    return head;
  }

  private void write(Response response) throws IOException {
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(
                response.status(),
                response.status() < 400 ? "OK" : "Error",
                response.contentType(),
                body.length);
    write(head.getBytes(StandardCharsets.ISO_8859_1));
    write(body);
  }

  private void write(byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; at += PIECE) {
      ByteBuffer piece = ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at));
      while (piece.hasRemaining()) {
        channel.write(piece);
      }
    }
  }
}
