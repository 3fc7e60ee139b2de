package dev.natsfleet.logs.pipeline;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real nats-server with JetStream, its files in the test's directory. */
final class Broker {

  static final String STREAM = "LOGS_0";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final int port;
  private final String program;
  private Child server;

  Broker(Path directory) throws Exception {
    this.directory = directory;
    this.program = program();
    this.port = freePort();
    this.server = launch();
    awaitReady();
    ask(connection -> connection.jetStreamManagement().addStream(stream()));
  }

  String url() {
    return "nats://127.0.0.1:" + port;
  }

  Path store() {
    return directory.resolve("jetstream");
  }

  <T> T ask(Question<T> question) throws Exception {
    Connection connection = Nats.connect(new Options.Builder().server(url()).build());
    try {
      return question.answer(connection);
    } finally {
      connection.close();
    }
  }

  /** Something to do with a connection. */
  interface Question<T> {
    T answer(Connection connection) throws Exception;
  }

  void kill() throws InterruptedException {
    server.kill();
  }

  void terminate() throws InterruptedException {
    server.terminate();
  }

  void start() throws Exception {
    server = launch();
    awaitReady();
  }

  void close() throws InterruptedException {
    server.close();
  }

  private void awaitReady() throws Exception {
    Await.until(PATIENCE, this::isReady, () -> "nats-server does not come up, see " + directory);
  }

  private boolean isReady() throws Exception {
    try {
      return ask(connection -> connection.jetStreamManagement().getStreamNames() != null);
    } catch (IOException | JetStreamApiException e) {
      return false;
    }
  }

  private Child launch() throws IOException {
    return new Child(
        List.of(
            program,
            "-a",
            "127.0.0.1",
            "-p",
            String.valueOf(port),
            "-js",
            "-sd",
            directory.toString()),
        Map.of(),
        directory.resolve("nats-server.log"));
  }

  static StreamConfiguration stream() {
    return StreamConfiguration.builder()
        .name(STREAM)
        .subjects("shipper.p0.>")
        .storageType(StorageType.File)
        .allowDirect(true)
        .build();
  }

  private static String program() throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("natsfleet.root", ".")).resolve("tools/tool");
    Process process =
        new ProcessBuilder(tool.toString(), "nats-server")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("tools/tool nats-server gives no nats-server");
    }
    return path.strip();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
