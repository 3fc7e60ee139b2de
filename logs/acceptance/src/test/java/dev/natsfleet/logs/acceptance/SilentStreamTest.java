package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Options;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shipper whose account may not ask what the stream is like: STREAM.INFO. */
@Tag("server")
class SilentStreamTest {

  private static final String USERS =
      """
      authorization { users: [
        { user: shipper, password: secret, permissions: { publish: { deny: "$JS.API.STREAM.INFO.>" } } }
        { user: receiver, password: secret }
      ] }
      """;

  @TempDir Path directory;
  private Pipeline pipeline;
  private String receiver;

  @BeforeEach
  void start() throws Exception {
    Broker broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).userInfo("receiver", "secret"),
            USERS);
    receiver = "NATS_URL=" + broker.url().replace("//", "//receiver:secret@");
    pipeline = new Pipeline(directory, broker, receiver.replace("//receiver", "//shipper"));
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShipAllTheSameAndGoOnAfterAKill() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one", receiver);
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(1_000);
    receiverProcess.check(ShipperProcess.HOST, app);

    pipeline.killShipperUnder(app);

    receiverProcess.check(ShipperProcess.HOST, app);
    Await.until(
        Pipeline.PATIENCE,
        () -> pipeline.said().contains("sending until it refuses"),
        () -> "it does not say so: " + pipeline.said());
  }
}
