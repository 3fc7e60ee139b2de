package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain nats-server, as in the first parts of the blog series that the programs come from. */
@Tag("server")
class NoJetStreamTest {

  @TempDir Path directory;
  private ChildProcess server;
  private String url;

  @BeforeEach
  void start() throws Exception {
    String port = String.valueOf(BrokerProcess.freePort());
    server =
        new ChildProcess(
            List.of(ProgramRun.server(), "-a", "127.0.0.1", "-p", port),
            Map.of(),
            directory.resolve("nats-server.log"),
            Optional.empty());
    url = "nats://127.0.0.1:" + port;
  }

  @AfterEach
  void end() throws Exception {
    server.close();
  }

  @Test
  void shouldSayHowToStartTheServer() throws Exception {
    ShipperProcess shipper = new ShipperProcess(url, directory);
    ReceiverProcess receiver = new ReceiverProcess(url, directory.resolve("one"));

    receiver.awaitSaying("start nats-server with -js");
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> shipper.program().said().contains("start nats-server with -js"),
        shipper.program()::said);
    receiver.close();
    shipper.close();
  }
}
