package dev.natsfleet.registry.dynamodblocal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running DynamoDB Local. It does not check signatures, so any credentials and any Region work.
 * It does not throttle, and it creates and deletes tables at once.
 */
public final class DynamoLocal implements AutoCloseable {

  private final Process process;
  private final Path log;
  private final URI endpoint;

  private DynamoLocal(Process process, Path log, URI endpoint) {
    this.process = process;
    this.log = log;
    this.endpoint = endpoint;
  }

  /** Starts on a free port of 127.0.0.1, in memory. */
  public static DynamoLocal start() {
    return start("127.0.0.1", 0, null);
  }

  /**
   * Starts and waits until it listens.
   *
   * @param address loopback address
   * @param port 0 for a free one
   * @param directory where the tables survive a restart; null keeps them in memory
   * @throws UncheckedIOException with its output if it does not start
   */
  public static DynamoLocal start(String address, int port, @Nullable Path directory) {
    try {
      Path log = Files.createTempFile("dynamodb-local", ".log");
      Process process =
          new ProcessBuilder(DynamoLocalCommand.of(address, port, directory))
              .redirectError(log.toFile())
              .start();
      URI endpoint = URI.create("http://" + address + ":" + awaitPort(process, log));
      return new DynamoLocal(process, log, endpoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The endpoint on which it listens. */
  public URI endpoint() {
    return endpoint;
  }

  /** The process, for tests that pause or kill it. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Environment variables with which a standard AWS SDK or CLI finds it. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString(),
        "AWS_REGION", "eu-west-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local");
  }

  /** Kills the process and waits for its end. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      Files.deleteIfExists(log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int awaitPort(Process process, Path log) throws IOException {
    BufferedReader said = process.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.matches("\\d+")) {
        return Integer.parseInt(line);
      }
    }
    process.destroyForcibly();
    throw new IOException("DynamoDB Local did not start:\n" + Files.readString(log));
  }
}
