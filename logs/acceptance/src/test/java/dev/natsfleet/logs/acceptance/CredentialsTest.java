package dev.natsfleet.logs.acceptance;

import io.nats.client.Nats;
import io.nats.client.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that knows an operator and an account, and users by their credentials. */
@Tag("server")
class CredentialsTest {

  @TempDir Path directory;
  private Path file;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    NscCredentials nscCredentials = new NscCredentials();
    file =
        Files.writeString(directory.resolve("user.creds"), nscCredentials.credentials("shipper"));
    Broker broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).authHandler(Nats.credentials(file.toString())),
            nscCredentials.configuration());
    pipeline = new Pipeline(directory, broker, "NATS_CREDS=" + file);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShipWithCredentials() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one", "NATS_CREDS=" + file);
    LogWriter app = pipeline.writer("app.log", 1);

    app.lines(1_000);

    receiverProcess.check(ShipperProcess.HOST, app);
  }

  @Test
  void shouldTryForEverWithoutThem() throws Exception {
    pipeline.receiving("stranger").awaitSaying("Authorization Violation");
  }
}
