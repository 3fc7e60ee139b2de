package dev.natsfleet.logs.program.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.program.settings.ProgramName;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusSocketTest {

  @TempDir Path directory;
  private StatusSocket socket;

  @BeforeEach
  void start() {
    socket = new StatusSocket(ProgramName.RECEIVER, directory);
  }

  @Test
  void shouldFindTheOnlyProgramWhateverItsHost() throws Exception {
    Files.createFile(directory.resolve("shipper.sock"));
    Files.createFile(socket.ofHost("web-1"));

    assertThat(socket.find("other")).isEqualTo(socket.ofHost("web-1"));
  }

  @Test
  void shouldPreferTheHostsOwnProgramAmongSeveral() throws Exception {
    Files.createFile(socket.ofHost("web-1"));
    Files.createFile(socket.ofHost("web-2"));

    assertThat(socket.find("web-2")).isEqualTo(socket.ofHost("web-2"));
    assertThatThrownBy(() -> socket.find("web-3"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("set HOSTNAME to the host")
        .hasMessageContaining("receiver-web-1.sock, receiver-web-2.sock");
  }

  @Test
  void shouldPassOverTheSocketThatAKilledProgramHasLeft() throws Exception {
    Files.createFile(socket.ofHost("web-1"));
    try (ServerSocketChannel live = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      live.bind(UnixDomainSocketAddress.of(socket.ofHost("web-2")));

      assertThat(socket.find("web-1")).isEqualTo(socket.ofHost("web-2"));
    }
  }

  @Test
  void shouldSayThatNobodyIsThere() {
    StatusSocket none = new StatusSocket(ProgramName.SHIPPER, directory.resolve("none"));

    assertThatThrownBy(() -> none.find("web-1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no running natsfleet-shipper has the state directory " + directory);
  }
}
