package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
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
  private final ShipperProcess shipperProcess;
  private final List<Ending> endings = new ArrayList<>();

  Pipeline(Path directory, String... settings) throws Exception {
    this(directory, new Broker(Files.createDirectories(directory.resolve("nats"))), settings);
  }

  Pipeline(Path directory, Broker broker, String... settings) throws Exception {
    this.directory = directory;
    this.broker = broker;
    this.shipperProcess = new ShipperProcess(broker.url(), directory, settings);
  }

  Path logs() {
    return shipperProcess.logs();
  }

  LogWriter writer(String name, long seed) {
    return shipperProcess.writer(name, seed);
  }

  Broker broker() {
    return broker;
  }

  ChildProcess shipper() {
    return shipperProcess.program().process();
  }

  /** Kills the shipper while it sends, and starts it again when more was written meanwhile. */
  void killShipperUnder(LogWriter app) throws Exception {
    app.lines(50_000);
    shipper().kill();
    app.lines(1_000);
    restartShipper();
  }

  void restartShipper() throws IOException {
    shipperProcess.program().restart();
  }

  /** What the shipper said. */
  String said() {
    return shipperProcess.program().said();
  }

  /** A metric of the shipper. */
  double metric(String name) throws Exception {
    Path said = directory.resolve("shipper.out");
    Await.until(
        PATIENCE,
        () -> ProgramGauges.isListening(Files.readString(said)),
        () -> "it does not listen");
    return ProgramGauges.metric(Files.readString(said), "natsfleet_shipper_" + name);
  }

  StreamOracle check(LogWriter... writers) throws Exception {
    try {
      return StreamOracle.check(broker, PATIENCE, writers);
    } catch (AssertionError | IllegalStateException e) {
      throw new AssertionError(e.getMessage() + "\nThe shipper said:\n" + said(), e);
    }
  }

  /** A receiver of its own directory, which ends with the pipeline. */
  ReceiverProcess receiving(String name, String... settings) throws IOException {
    ReceiverProcess receiverProcess =
        new ReceiverProcess(broker, directory.resolve(name), settings);
    alsoClose(receiverProcess::close);
    return receiverProcess;
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
    shipperProcess.close();
    broker.close();
  }
}
