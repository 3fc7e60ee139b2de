package dev.natsfleet.local.wire;

import dev.natsfleet.local.servers.Loopback;
import dev.natsfleet.local.servers.ServerCommand;
import dev.natsfleet.local.servers.ServerProcess;
import dev.natsfleet.local.servers.Tool;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the contract honest: somebody else's AWS passes it too. */
class MotoContractTest implements AwsContract {

  private static final int PORT = 5000;
  private static final Loopback ADDRESS = Loopback.claim();
  private static final Clients CLIENTS =
      Clients.of(URI.create("http://" + ADDRESS.address() + ":" + PORT));

  @TempDir private static Path directory;

  private static ServerProcess moto;

  @BeforeAll
  static void start() {
    List<String> argv =
        List.of(
            Tool.MOTO_SERVER.path().toString(),
            "-H",
            ADDRESS.address(),
            "-p",
            Integer.toString(PORT));
    moto = ServerProcess.start(new ServerCommand("moto", argv, directory));
    moto.awaitReady(MotoContractTest::listens, Duration.ofSeconds(60));
  }

  private static boolean listens() {
    try (Socket socket = new Socket(ADDRESS.address(), PORT)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Clients clients() {
    return CLIENTS;
  }

  @AfterAll
  static void stop() {
    moto.stop(Duration.ofSeconds(5));
    CLIENTS.close();
    ADDRESS.close();
  }
}
