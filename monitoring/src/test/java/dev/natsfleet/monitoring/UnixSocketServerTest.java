package dev.natsfleet.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnixSocketServerTest {

  private static final String LONG = "ä line\r\n\r\n".repeat(100_000);
  private static final Endpoints ENDPOINTS =
      new Endpoints(
          Map.of(
              "/status", () -> Response.ok(LONG),
              "/healthz", () -> Response.unavailable("no\n"),
              "/busy",
                  () -> {
                    throw new TimeoutException();
                  }));

  @TempDir Path directory;
  private Path socket;

  @BeforeEach
  void name() {
    socket = directory.resolve("it.sock");
  }

  @Test
  void shouldServeEveryEndpoint() throws Exception {
    try (UnixSocketServer _ = UnixSocketServer.start(socket, ENDPOINTS)) {
      assertThat(UnixSocketClient.get(socket, "/status?x")).isEqualTo(Response.ok(LONG));
      assertThat(UnixSocketClient.get(socket, "/healthz")).isEqualTo(Response.unavailable("no\n"));
      assertThat(UnixSocketClient.get(socket, "/busy").body())
          .isEqualTo("the program does not answer\n");
      assertThat(UnixSocketClient.get(socket, "/").status()).isEqualTo(404);
    }
  }

  @Test
  void shouldBelongToItsUserAndGoWithItsServer() throws Exception {
    try (UnixSocketServer _ = UnixSocketServer.start(socket, ENDPOINTS)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void shouldReplaceASocketThatAKilledProgramLeft() throws Exception {
    // Given
    try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThatThrownBy(() -> UnixSocketClient.get(socket, "/healthz"))
        .isInstanceOf(ConnectException.class);

    // When
    try (UnixSocketServer _ = UnixSocketServer.start(socket, ENDPOINTS)) {
      // Then
      assertThat(UnixSocketClient.get(socket, "/healthz").status()).isEqualTo(503);
    }
  }

  @Test
  void shouldReplaceNothingElse() throws Exception {
    Files.writeString(socket, "mine");

    assertThatThrownBy(() -> UnixSocketServer.start(socket, ENDPOINTS))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(socket).hasContent("mine");
  }

  @Test
  void shouldSayThatAPathIsTooLong() {
    Path deep = directory.resolve("d".repeat(100)).resolve("it.sock");

    assertThatThrownBy(() -> UnixSocketServer.start(deep, ENDPOINTS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bytes, and that of a socket at most 107");
  }

  @ParameterizedTest
  @CsvSource({"POST /status HTTP/1.1,405", "nonsense,400"})
  void shouldRefuseWhatIsNoRequestForAPage(String request, int status) throws Exception {
    try (UnixSocketServer _ = UnixSocketServer.start(socket, ENDPOINTS);
        SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      client.write(ByteBuffer.wrap((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));

      String answer =
          new String(Channels.newInputStream(client).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @Test
  void shouldServeOthersWhileOneClientSaysNothing() throws Exception {
    try (UnixSocketServer _ = UnixSocketServer.start(socket, ENDPOINTS);
        SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      assertThat(UnixSocketClient.get(socket, "/healthz").status()).isEqualTo(503);
      assertThat(silent.isConnected()).isTrue();
    }
  }
}
