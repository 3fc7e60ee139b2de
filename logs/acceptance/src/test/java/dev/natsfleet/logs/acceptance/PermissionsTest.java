package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that may do what the README lists, and nothing else. */
@Tag("server")
class PermissionsTest {

  private static final String USERS =
      """
      authorization { users: [
        { user: test, password: secret }
        { user: shipper, password: secret, permissions: {
            publish: [
              "shipper.>", "$JS.API.STREAM.NAMES", "$JS.API.STREAM.INFO.LOGS_0",
              "$JS.API.STREAM.MSG.GET.LOGS_0", "$JS.API.CONSUMER.CREATE.LOGS_0.>",
              "$JS.API.CONSUMER.DELETE.LOGS_0.>", "$JS.FC.>", "$KV.LOGS_accounts.>" ],
            subscribe: [ "_INBOX.>" ] } }
        { user: receiver, password: secret, permissions: {
            publish: [
              "$JS.API.INFO", "$JS.API.STREAM.NAMES", "$JS.API.STREAM.INFO.*",
              "$JS.API.STREAM.CREATE.*", "$JS.API.STREAM.PURGE.LOGS_0",
              "$JS.API.STREAM.MSG.GET.*", "$JS.API.DIRECT.GET.>",
              "$JS.API.CONSUMER.CREATE.>", "$JS.API.CONSUMER.DELETE.>", "$JS.API.CONSUMER.INFO.>",
              "$JS.API.CONSUMER.MSG.NEXT.LOGS_0.*", "$JS.FC.>", "$KV.LOGS_receivers.>" ],
            subscribe: [ "_INBOX.>" ] } }
      ] }
      """;

  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
  Path directory;

  private Broker broker;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).userInfo("test", "secret"),
            USERS);
    pipeline = new Pipeline(directory, broker, url("shipper"));
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShipAndGoOnAfterKillsWithTheseAlone() throws Exception {
    ReceiverProcess receiverProcess =
        pipeline.receiving(
            "one", url("receiver"), "SHIPPER_OWNERSHIP=elastic", ProgramGauges.LISTEN);
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(1_000);
    receiverProcess.check(ShipperProcess.HOST, app);

    pipeline.killShipperUnder(app);
    receiverProcess.check(ShipperProcess.HOST, app);
    receiverProcess.process().kill();
    app.lines(1_000);
    receiverProcess.restart();

    MetricReadings.of(receiverProcess)
        .await("host_missing_bytes", 0); // it has taken over its own files
    receiverProcess.check(ShipperProcess.HOST, app);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> messages() <= 1,
        () -> "nobody purges: " + receiverProcess.log());
    assertThat(Files.readString(directory.resolve("nats/nats-server.log")))
        .doesNotContain("Violation");
  }

  private String url(String user) {
    return "NATS_URL=" + broker.url().replace("//", "//" + user + ":secret@");
  }

  private long messages() throws Exception {
    return broker.ask(
        nats ->
            nats.jetStreamManagement().getStreamInfo(Broker.STREAM).getStreamState().getMsgCount());
  }
}
