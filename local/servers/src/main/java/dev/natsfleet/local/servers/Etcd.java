package dev.natsfleet.local.servers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An etcd with one member, started without fsync for speed. */
public final class Etcd implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final URI endpoint;
  private final ServerProcess process;

  private Etcd(URI endpoint, ServerProcess process) {
    this.endpoint = endpoint;
    this.process = process;
  }

  /**
   * Starts etcd and waits until it is healthy.
   *
   * @param loopbackAddress whose ports 2379 and 2380 it takes
   * @param directory where its data and log go
   */
  public static Etcd start(LoopbackAddress loopbackAddress, Path directory) {
    String client = "http://" + loopbackAddress.address() + ":2379";
    String peer = "http://" + loopbackAddress.address() + ":2380";
    ServerProcess process = ServerProcess.start(command(client, peer, directory));
    URI health = URI.create(client + "/health");
    try (HttpClient http = HttpClient.newHttpClient()) {
      process.awaitReady(() -> HttpProbe.isOk(http, health), START_LIMIT);
    }
    return new Etcd(URI.create(client), process);
  }

  /** Where clients connect. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.close();
  }

  private static ServerCommand command(String client, String peer, Path directory) {
    return new ServerCommand(
        "etcd",
        List.of(
            PinnedTool.ETCD.path().toString(),
            "--data-dir=" + directory.resolve("etcd-data"),
            "--listen-client-urls=" + client,
            "--advertise-client-urls=" + client,
            "--listen-peer-urls=" + peer,
            "--initial-advertise-peer-urls=" + peer,
            "--initial-cluster=default=" + peer,
            "--log-level=warn",
            "--unsafe-no-fsync"),
        directory);
  }
}
