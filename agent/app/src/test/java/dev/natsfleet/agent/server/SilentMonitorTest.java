package dev.natsfleet.agent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.agent.time.NodeClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that runs and takes signals, and whose monitor does not answer. */
class SilentMonitorTest {

  private static final String PROGRAM =
      """
      #!/bin/sh
      case "$1" in
        -t) echo "$3 is valid (sha256:%064d)" ;;
        --signal) ;;
        *) exec sleep 60 ;;
      esac
      """
          .formatted(1);

  @TempDir Path directory;

  @Test
  void shouldKeepTheFileThatTheServerRunsWithWhenAReloadCannotBeProven() throws IOException {
    // Given
    Path program = Files.writeString(directory.resolve("nats-server"), PROGRAM);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    ServerFiles files = ServerFiles.in(directory.resolve("state"));
    NatsServer server =
        new NatsServer(
            files,
            new ServerBinary(program),
            new NatsMonitor(URI.create("http://127.0.0.1:1")),
            new ClientPort(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)),
            NodeClock.system(Duration.ZERO));
    assertThat(server.start("port: 4222")).isEmpty();

    // When
    try {
      assertThatThrownBy(() -> server.reload("port: 4222, max_payload: 9"))
          .isInstanceOf(ServerException.class);
    } finally {
      server.stop();
    }

    // Then
    assertThat(ServerFiles.read(files.config())).isEqualTo("port: 4222");
  }
}
