package dev.natsfleet.monitoring;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    }
  }

  @Test
  void shouldBelongToItsUserAndGoWithItsServer() throws Exception {
    try (UnixSocketServer _ = UnixSocketServer.start(socket, ENDPOINTS)) {
      assertThat(Files.getPosixFilePermissions(socket))
          .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
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
  void shouldServeOthersWhileOneClientSaysNothing() throws Exception {
    try (UnixSocketServer _ = UnixSocketServer.start(socket, ENDPOINTS);
        SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      assertThat(UnixSocketClient.get(socket, "/healthz").status()).isEqualTo(503);
      assertThat(silent.isConnected()).isTrue();
    }
  }
}
