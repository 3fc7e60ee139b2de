package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shipper, broker and receiver, each a process, and the comparison of both ends. */
final class PipelineRun implements AutoCloseable {

  static final String HOST = "web1.example.net";

  private final Path directory;
  private final Pipeline pipeline;
  private final ReceiverProcess receiverProcess;

  /** Settings are environment variables of both programs. */
  PipelineRun(Path directory, String... settings) throws Exception {
    this.directory = directory;
    this.pipeline = new Pipeline(directory, settings);
    this.receiverProcess =
        new ReceiverProcess(
            pipeline.broker(), Files.createDirectories(directory.resolve("receiver")), settings);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  ReceiverProcess receiving() {
    return receiverProcess;
  }

  LogWriter writer(String name) {
    return pipeline.writer(name, name.hashCode());
  }

  /** Every byte of every writer has arrived, once and in order, and nothing else has. */
  void check(LogWriter... writers) throws Exception {
    try {
      receiverProcess.check(HOST, writers);
    } catch (AssertionError | IllegalStateException e) {
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
      receiverProcess.close();
      pipeline.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("not all has ended", e);
    }
  }
}
