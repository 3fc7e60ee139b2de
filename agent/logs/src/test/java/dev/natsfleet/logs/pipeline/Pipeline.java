package dev.natsfleet.logs.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One broker, one shipper, one directory of logs. */
final class Pipeline {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final Broker broker;
  private final Map<String, String> environment = new HashMap<>();
  private final List<Ending> endings = new ArrayList<>();
  private Child shipper;

  Pipeline(Path directory, String... settings) throws Exception {
    this.directory = directory;
    Files.createDirectories(logs());
    this.broker = new Broker(Files.createDirectories(directory.resolve("nats")));
    environment.put("NATS_URL", broker.url());
    environment.put("HOSTNAME", "web1.example.net");
    environment.put("SHIPPER_SUBJECT", "shipper");
    environment.put("SHIPPER_STATE", directory.resolve("state").toString());
    environment.put("SHIPPER_FILE", logs() + "/*.log");
    environment.put("SHIPPER_ROTATE_WAIT", "300ms");
    environment.put("SHIPPER_PARTIAL_WAIT", "300ms");
    environment.put("SHIPPER_RESCAN", "1s");
    environment.put("SHIPPER_ACK_WAIT", "2s");
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      environment.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    this.shipper = launch();
  }

  Path logs() {
    return directory.resolve("logs");
  }

  LogWriter writer(String name, long seed) {
    return new LogWriter(logs().resolve(name), seed);
  }

  Broker broker() {
    return broker;
  }

  Child shipper() {
    return shipper;
  }

  void restartShipper() throws IOException {
    shipper = launch();
  }

  /** A metric of the shipper. */
  double metric(String name) throws Exception {
    Path said = directory.resolve("shipper.out");
    Await.until(
        PATIENCE, () -> Gauges.isListening(Files.readString(said)), () -> "it does not listen");
    return Gauges.metric(Files.readString(said), "natsfleet_shipper_" + name);
  }

  Oracle check(LogWriter... writers) throws Exception {
    try {
      return Oracle.check(broker, PATIENCE, writers);
    } catch (AssertionError e) {
      String said = Files.readString(directory.resolve("shipper.out"));
      throw new AssertionError(e.getMessage() + "\nThe shipper said:\n" + said, e);
    }
  }

  /** Ends something with the pipeline. */
  void alsoClose(Ending ending) {
    endings.add(ending);
  }

  /** How something ends. */
  interface Ending {
    void end() throws InterruptedException;
  }

  void close() throws InterruptedException {
    for (Ending ending : endings) {
      ending.end();
    }
    shipper.close();
    broker.close();
  }

  private Child launch() throws IOException {
    return new Child(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx32m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.natsfleet.logs.ShipperMain"),
        environment,
        directory.resolve("shipper.out"));
  }
}
