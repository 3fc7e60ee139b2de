package dev.natsfleet.logs.acceptance;

import io.nats.client.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs' user is missing for a while, as when its password is changed. */
@Tag("server")
class RevokedUserTest {

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    allow("app");
    Broker broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).userInfo("app", "secret"),
            "include users.conf\n");
    pipeline = new Pipeline(directory, broker, url(broker));
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldGoOnWhenTheUserIsBack() throws Exception {
    // Given
    ReceiverProcess receiverProcess = pipeline.receiving("one", url(pipeline.broker()));
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    receiverProcess.check(ShipperProcess.HOST, app);

    // When
    allow("other");
    pipeline.broker().reload();
    receiverProcess.awaitSaying("connection has ended for good");
    app.lines(10);
    allow("app");
    pipeline.broker().reload();

    // Then
    receiverProcess.check(ShipperProcess.HOST, app);
    receiverProcess.process().terminate();
  }

  private void allow(String user) throws IOException {
    Path users = Files.createDirectories(directory.resolve("nats")).resolve("users.conf");
    Files.writeString(
        users,
        "authorization { users: [ { user: \"%s\", password: \"secret\" } ] }%n".formatted(user));
  }

  private static String url(Broker broker) {
    return "NATS_URL=" + broker.url().replace("nats://", "nats://app:secret@");
  }
}
