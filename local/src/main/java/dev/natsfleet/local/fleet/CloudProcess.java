package dev.natsfleet.local.fleet;

import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.local.servers.PinnedTool;
import dev.natsfleet.local.servers.ServerCommand;
import dev.natsfleet.local.servers.ServerProcess;
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
   * @param range addresses of its services and its subnets
   * @param dynamo endpoint of DynamoDB for its instances
   */
  static CloudProcess start(VpcRange range, URI dynamo, Path directory, Realism realism) {
    CloudSettings settings =
        new CloudSettings(
            range.prefix(), dynamo, directory, PinnedTool.NATS_SERVER.path(), realism);
    ServerProcess process =
        ServerProcess.start(
            new ServerCommand(
                "cloud", ProjectPrograms.cloud().command(), settings.environment(), directory));
    process.awaitReady(() -> isListening(settings.endpoint()), START_LIMIT);
    return new CloudProcess(process, settings);
  }

  /** The endpoint of its services for AWS SDKs. */
  public URI endpoint() {
    return settings.endpoint();
  }

  /** The directory with a subdirectory for each instance, which holds its console. */
  public Path instances() {
    return settings.instances();
  }

  /** Ends the cloud and all its instances. */
  @Override
  public void close() {
    process.stop(STOP_LIMIT);
    AgentImage.fleetTag(settings.directory()).kill();
  }

  private static boolean isListening(URI endpoint) {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
