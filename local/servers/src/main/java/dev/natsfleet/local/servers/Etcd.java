package dev.natsfleet.local.servers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An etcd of one member that forgets durability for speed. */
public final class Etcd implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final URI endpoint;
  private final ServerProcess process;

  private Etcd(URI endpoint, ServerProcess process) {
    this.endpoint = endpoint;
    this.process = process;
  }

  /**
   * Starts it and waits until it is healthy.
   *
   * @param loopback whose ports 2379 and 2380 it takes
   * @param directory of its data and log
   */
  public static Etcd start(Loopback loopback, Path directory) {
    String client = "http://" + loopback.address() + ":2379";
    String peer = "http://" + loopback.address() + ":2380";
    ServerProcess process = ServerProcess.start(command(client, peer, directory));
    URI health = URI.create(client + "/health");
    try (HttpClient http = HttpClient.newHttpClient()) {
      process.awaitReady(() -> Http.answers200(http, health), START_LIMIT);
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
            Tool.ETCD.path().toString(),
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
