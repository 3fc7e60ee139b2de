package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One nats-server process with JetStream, its files in a directory. */
final class BrokerProcess {

  private final Path directory;
  private final int port;
  private final String program;
  private ChildProcess process;

  /** Starts a server with more lines of configuration. */
  BrokerProcess(Path directory, int port, String more) throws IOException, InterruptedException {
    this.directory = Files.createDirectories(directory);
    this.port = port;
    this.program = ProgramRun.server();
    String own =
        """
        listen: "127.0.0.1:%d"
        jetstream { store_dir: "%s" }
        lame_duck_duration: "30s"
        lame_duck_grace_period: "1s"
        """
            .formatted(port, directory);
    Files.writeString(configuration(), own + more);
    start();
  }

  void start() throws IOException {
    process =
        new ChildProcess(
            List.of(program, "-c", configuration().toString()),
            Map.of(),
            directory.resolve("nats-server.log"),
            Optional.empty());
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  Path store() {
    return directory.resolve("jetstream");
  }

  ChildProcess process() {
    return process;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path configuration() {
    return directory.resolve("nats.conf");
  }
}
