package dev.natsfleet.logs.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shipper, broker and receiver, each a process, and the comparison of both ends. */
final class Journey implements AutoCloseable {

  static final String HOST = "web1.example.net";

  private final Path directory;
  private final Pipeline pipeline;
  private final Receiving receiving;

  /** Settings are environment variables of both programs. */
  Journey(Path directory, String... settings) throws Exception {
    this.directory = directory;
    this.pipeline = new Pipeline(directory, settings);
    this.receiving =
        new Receiving(
            pipeline.broker(), Files.createDirectories(directory.resolve("receiver")), settings);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Receiving receiving() {
    return receiving;
  }

  LogWriter writer(String name) {
    return pipeline.writer(name, name.hashCode());
  }

  /** Every byte of every writer has arrived, once and in order, and nothing else has. */
  void check(LogWriter... writers) throws Exception {
    try {
      receiving.check(HOST, writers);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\nThe shipper said:\n" + said(), e);
    }
  }

  /** What the shipper said so far. */
  String said() throws IOException {
    return Files.readString(directory.resolve("shipper.out"));
  }

  @Override
  public void close() throws IOException {
    try {
      receiving.close();
      pipeline.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("not all has ended", e);
    }
  }
}
