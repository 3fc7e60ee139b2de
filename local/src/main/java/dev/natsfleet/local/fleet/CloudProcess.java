package dev.natsfleet.local.fleet;

import dev.natsfleet.local.servers.ServerCommand;
import dev.natsfleet.local.servers.ServerProcess;
import dev.natsfleet.local.servers.Tool;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The emulated cloud as a process. Its instances end with it. */
public final class CloudProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final ServerProcess process;
  private final CloudSettings settings;

  private CloudProcess(ServerProcess process, CloudSettings settings) {
    this.process = process;
    this.settings = settings;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param range its services' address and its subnets
   * @param dynamo endpoint that its instances are told
   */
  static CloudProcess start(VpcRange range, URI dynamo, Path directory) {
    CloudSettings settings =
        new CloudSettings(range.prefix(), dynamo, directory, Tool.NATS_SERVER.path());
    ServerProcess process =
        ServerProcess.start(
            new ServerCommand(
                "cloud", Programs.cloud().command(), settings.environment(), directory));
    process.awaitReady(() -> listens(settings.endpoint()), START_LIMIT);
    return new CloudProcess(process, settings);
  }

  /** Where AWS SDKs find its services. */
  public URI endpoint() {
    return settings.endpoint();
  }

  /** Where each instance has a directory with its console. */
  public Path instances() {
    return settings.instances();
  }

  /** Ends it, and with it all its instances. */
  @Override
  public void close() {
    process.stop(STOP_LIMIT);
    AgentImage.fleetMark(settings.directory()).kill();
  }

  private static boolean listens(URI endpoint) {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
