package dev.natsfleet.local.fleet;

import dev.natsfleet.registry.dynamodblocal.DynamoLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** DynamoDB Local, which can be stopped and restarted with its tables. */
public final class DynamoProcess implements AutoCloseable {

  private final Path directory;
  private DynamoLocal server;

  private DynamoProcess(Path directory, DynamoLocal server) {
    this.directory = directory;
    this.server = server;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param directory where its tables go; created if it is missing, because DynamoDB Local would
   *     wait for it for ever
   */
  public static DynamoProcess start(String address, Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DynamoProcess(directory, DynamoLocal.start(address, 0, directory));
  }

  /** The endpoint for AWS SDKs; a restart does not change it. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** Stops it; connections are refused until its restart. */
  public void stop() {
    server.close();
  }

  /** Starts it again on the same endpoint. */
  public void restart() {
    server = DynamoLocal.start(endpoint().getHost(), endpoint().getPort(), directory);
  }

  @Override
  public void close() {
    server.close();
  }
}
