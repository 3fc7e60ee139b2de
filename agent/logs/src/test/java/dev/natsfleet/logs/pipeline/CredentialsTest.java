package dev.natsfleet.logs.pipeline;

import io.nats.client.Nats;
import io.nats.client.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that knows an operator and an account, and users by their credentials. */
class CredentialsTest {

  @TempDir Path directory;
  private Path file;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    Tokens tokens = new Tokens();
    file = Files.writeString(directory.resolve("user.creds"), tokens.credentials("shipper"));
    Broker broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).authHandler(Nats.credentials(file.toString())),
            tokens.configuration());
    pipeline = new Pipeline(directory, broker, "NATS_CREDS=" + file);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShipWithCredentials() throws Exception {
    Receiving receiving = pipeline.receiving("one", "NATS_CREDS=" + file);
    LogWriter app = pipeline.writer("app.log", 1);

    app.lines(1_000);

    receiving.check(Shipping.HOST, app);
  }

  @Test
  void shouldTryForEverWithoutThem() throws Exception {
    pipeline.receiving("stranger").awaitSaying("Authorization Violation");
  }
}
