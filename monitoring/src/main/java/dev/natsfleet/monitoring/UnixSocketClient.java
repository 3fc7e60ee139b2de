package dev.natsfleet.monitoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a program over HTTP on its Unix domain socket, as {@link UnixSocketServer} serves it. */
public final class UnixSocketClient {

  private static final Pattern RESPONSE =
      Pattern.compile(
          "HTTP/1\\.[01] (?<status>\\d{3}).*?\\r\\n(?i:Content-Type): (?<type>[^\\r]*)\\r\\n.*?\\r\\n\\r\\n(?<body>.*)",
          Pattern.DOTALL);

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private UnixSocketClient() {}

  /**
   * The response at a path. A program that is stopped has its connections taken by the kernel, and
   * never answers: after ten seconds the connection is closed here.
   *
   * @throws IOException when nothing answers
   */
  public static Response get(Path socket, String path) throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      Thread limit = Thread.ofVirtual().start(() -> closeAfterLimit(channel));
      ByteBuffer request =
          StandardCharsets.ISO_8859_1.encode(
              "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      while (request.hasRemaining()) {
        channel.write(request);
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      Channels.newInputStream(channel).transferTo(answer);
      limit.interrupt();
      return parse(answer.toString(StandardCharsets.UTF_8));
    }
  }

  private static void closeAfterLimit(SocketChannel channel) {
    try {
      Thread.sleep(LIMIT);
      channel.close();
    } catch (InterruptedException | IOException e) {
      Thread.currentThread().interrupt(); // it has answered, or is closed already
    }
  }

  private static Response parse(String answer) throws IOException {
    Matcher matcher = RESPONSE.matcher(answer);
    if (!matcher.matches()) {
      throw new IOException("what answers is no response of HTTP");
    }
    return new Response(
        Integer.parseInt(matcher.group("status")), matcher.group("type"), matcher.group("body"));
  }
}
