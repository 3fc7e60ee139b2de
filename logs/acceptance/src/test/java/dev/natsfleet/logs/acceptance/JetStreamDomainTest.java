package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Options;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with a JetStream domain name it in acknowledgements and in what they deliver. */
@Tag("server")
class JetStreamDomainTest {

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    Path store = directory.resolve("nats");
    String domain = "jetstream { domain: hub, store_dir: \"%s\" }\n".formatted(store);
    Broker broker = new Broker(store, new Options.Builder()::server, domain);
    broker.ask(connection -> connection.jetStreamManagement().addStream(Broker.stream()));
    pipeline = new Pipeline(directory, broker, "SHIPPER_LISTEN=127.0.0.1:0");
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldConfirmEverySession() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    LogWriter app = pipeline.writer("app.log", 1);

    app.lines(20_000);

    receiverProcess.check(ShipperProcess.HOST, app);
    assertThat(pipeline.metric("unconfirmed_sessions_total")).isZero();
  }
}
