package dev.natsfleet.local.fleet;

import dev.natsfleet.registry.dynamodblocal.DynamoLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** DynamoDB Local, which can be away for a while and come back with its tables. */
public final class Dynamo implements AutoCloseable {

  private final Path directory;
  private DynamoLocal server;

  private Dynamo(Path directory, DynamoLocal server) {
    this.directory = directory;
    this.server = server;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param directory of its tables; made if it is missing, for DynamoDB Local would wait for it for
   *     ever
   */
  public static Dynamo start(String address, Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Dynamo(directory, DynamoLocal.start(address, 0, directory));
  }

  /** Where AWS SDKs find it, the same over every restart. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** Stops it; connections are refused from now on. */
  public void stop() {
    server.close();
  }

  /** Starts it again where it was. */
  public void resume() {
    server = DynamoLocal.start(endpoint().getHost(), endpoint().getPort(), directory);
  }

  @Override
  public void close() {
    server.close();
  }
}
