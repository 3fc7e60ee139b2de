package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One shipper process and the logs it reads. */
final class ShipperProcess {

  static final String HOST = "web1.example.net";

  private final Path logs;
  private final ProgramProcess programProcess;

  /** A shipper of {@code directory/logs/*.log}, with short waits. */
  ShipperProcess(String url, Path directory, String... settings) throws IOException {
    this.logs = Files.createDirectories(directory.resolve("logs"));
    Map<String, String> environment = new HashMap<>();
    ProgramProcess.set(
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
    ProgramProcess.set(environment, settings);
    this.programProcess =
        new ProgramProcess("natsfleet-shipper", environment, directory.resolve("shipper.out"));
  }

  Path logs() {
    return logs;
  }

  LogWriter writer(String name, long seed) {
    return new LogWriter(logs.resolve(name), seed);
  }

  ProgramProcess program() {
    return programProcess;
  }

  void close() throws InterruptedException {
    programProcess.process().close();
  }
}
