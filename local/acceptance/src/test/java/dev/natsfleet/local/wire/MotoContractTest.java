package dev.natsfleet.local.wire;

import dev.natsfleet.local.servers.LoopbackAddress;
import dev.natsfleet.local.servers.PinnedTool;
import dev.natsfleet.local.servers.ServerCommand;
import dev.natsfleet.local.servers.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract against moto, an independent emulation of AWS. */
@Tag("server")
class MotoContractTest implements AwsContract, CallContract {

  private static final int PORT = 5000;
  private static final LoopbackAddress ADDRESS = LoopbackAddress.claim();
  private static final URI ENDPOINT = URI.create("http://" + ADDRESS.address() + ":" + PORT);
  private static final SdkClients CLIENTS = SdkClients.of(ENDPOINT);

  @TempDir private static Path directory;

  private static ServerProcess moto;

  @BeforeAll
  static void start() {
    List<String> argv =
        List.of(
            PinnedTool.MOTO_SERVER.path().toString(),
            "-H",
            ADDRESS.address(),
            "-p",
            Integer.toString(PORT));
    moto = ServerProcess.start(new ServerCommand("moto", argv, directory));
    moto.awaitReady(MotoContractTest::isListening, Duration.ofSeconds(60));
  }

  private static boolean isListening() {
    try (Socket socket = new Socket(ADDRESS.address(), PORT)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public SdkClients clients() {
    return CLIENTS;
  }

  @Override
  public URI endpoint() {
    return ENDPOINT;
  }

  @Override
  public String server() {
    return "moto";
  }

  @AfterAll
  static void stop() {
    moto.stop(Duration.ofSeconds(5));
    CLIENTS.close();
    ADDRESS.close();
  }
}
