package dev.natsfleet.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a socket cannot be, and what it does not answer. */
class UnixSocketRefusalTest {

  private static final Endpoints ENDPOINTS =
      new Endpoints(Map.of("/status", () -> Response.ok("fine\n")));

  @TempDir Path directory;

  @Test
  void shouldReplaceNothingThatIsNoSocket() throws Exception {
    Path file = Files.writeString(directory.resolve("it.sock"), "mine");

    assertThatThrownBy(() -> UnixSocketServer.start(file, ENDPOINTS))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }

  @Test
  void shouldSayThatAPathIsTooLong() {
    Path deep = directory.resolve("d".repeat(100)).resolve("it.sock");

    assertThatThrownBy(() -> UnixSocketServer.start(deep, ENDPOINTS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bytes, and that of a socket at most 107");
  }

  @ParameterizedTest
  @CsvSource({"POST /status HTTP/1.1,405", "GET /other HTTP/1.1,404", "nonsense,400"})
  void shouldRefuseWhatIsNoRequestForAPage(String request, int status) throws Exception {
    Path socket = directory.resolve("it.sock");
    try (UnixSocketServer _ = UnixSocketServer.start(socket, ENDPOINTS);
        SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      client.write(ByteBuffer.wrap((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));

      String answer =
          new String(Channels.newInputStream(client).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }
  }
}
