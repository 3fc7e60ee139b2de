package dev.natsfleet.logs.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One broker, one shipper, one directory of logs. */
final class Pipeline {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final Broker broker;
  private final Shipping shipping;
  private final List<Ending> endings = new ArrayList<>();

  Pipeline(Path directory, String... settings) throws Exception {
    this(directory, new Broker(Files.createDirectories(directory.resolve("nats"))), settings);
  }

  Pipeline(Path directory, Broker broker, String... settings) throws Exception {
    this.directory = directory;
    this.broker = broker;
    this.shipping = new Shipping(broker.url(), directory, settings);
  }

  Path logs() {
    return shipping.logs();
  }

  LogWriter writer(String name, long seed) {
    return shipping.writer(name, seed);
  }

  Broker broker() {
    return broker;
  }

  Child shipper() {
    return shipping.program().process();
  }

  void restartShipper() throws IOException {
    shipping.program().restart();
  }

  /** What the shipper said. */
  String said() {
    return shipping.program().said();
  }

  Oracle check(LogWriter... writers) throws Exception {
    try {
      return Oracle.check(broker, PATIENCE, writers);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\nThe shipper said:\n" + said(), e);
    }
  }

  /** A receiver of its own directory, which ends with the pipeline. */
  Receiving receiving(String name, String... settings) throws IOException {
    Receiving receiving = new Receiving(broker, directory.resolve(name), settings);
    alsoClose(receiving::close);
    return receiving;
  }

  /** Ends something with the pipeline. */
  void alsoClose(Ending ending) {
    endings.add(ending);
  }

  /** How something ends. */
  interface Ending {
    void end() throws IOException, InterruptedException;
  }

  void close() throws IOException, InterruptedException {
    for (Ending ending : endings) {
      ending.end();
    }
    shipping.close();
    broker.close();
  }
}
