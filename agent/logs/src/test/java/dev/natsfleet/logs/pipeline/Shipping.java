package dev.natsfleet.logs.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One shipper process and the logs it reads. */
final class Shipping {

  static final String HOST = "web1.example.net";

  private final Path logs;
  private final Program program;

  /** A shipper of {@code directory/logs/*.log}, with short waits. */
  Shipping(String url, Path directory, String... settings) throws IOException {
    this.logs = Files.createDirectories(directory.resolve("logs"));
    Map<String, String> environment = new HashMap<>();
    Program.set(
        environment,
        "NATS_URL=" + url,
        "HOSTNAME=" + HOST,
        "SHIPPER_SUBJECT=shipper",
        "SHIPPER_STATE=" + directory.resolve("state"),
        "SHIPPER_FILE=" + logs + "/*.log",
        "SHIPPER_ROTATE_WAIT=300ms",
        "SHIPPER_PARTIAL_WAIT=300ms",
        "SHIPPER_RESCAN=1s",
        "SHIPPER_ACK_WAIT=2s");
    Program.set(environment, settings);
    this.program = new Program("natsfleet-shipper", environment, directory.resolve("shipper.out"));
  }

  Path logs() {
    return logs;
  }

  LogWriter writer(String name, long seed) {
    return new LogWriter(logs.resolve(name), seed);
  }

  Program program() {
    return program;
  }

  void close() throws InterruptedException {
    program.process().close();
  }
}
