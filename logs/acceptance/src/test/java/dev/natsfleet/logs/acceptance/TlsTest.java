package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.connect.NatsOptions;
import dev.natsfleet.logs.program.settings.NatsSettings;
import io.nats.client.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that wants to see certificates. */
@Tag("server")
class TlsTest {

  @TempDir Path directory;
  private Certificates certificates;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    certificates = new Certificates(directory.resolve("certificates"));
    certificates.pkcs8("server");
    certificates.pkcs8("shipper");
    certificates.ellipticCurve("receiver");
    String tls =
        "tls { cert_file: \"%s\", key_file: \"%s\", ca_file: \"%s\", verify: true }"
            .formatted(
                certificates.file("server.pem"),
                certificates.file("server.key"),
                certificates.file("ca.pem"));
    Broker broker = new Broker(directory.resolve("nats"), this::access, tls);
    pipeline = new Pipeline(directory, broker, certificates.settings("shipper"));
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShowCertificatesOfEachKindOfKey() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one", certificates.settings("receiver"));
    LogWriter app = pipeline.writer("app.log", 1);

    app.lines(1_000);

    receiverProcess.check(ShipperProcess.HOST, app);
  }

  @Test
  void shouldTryForEverWithoutACertificate() throws Exception {
    ReceiverProcess stranger =
        pipeline.receiving("stranger", "NATS_CA=" + certificates.file("ca.pem"));

    stranger.awaitSaying("connection disconnected");

    assertThat(stranger.process().isAlive()).isTrue();
  }

  private Options.Builder access(String url) throws Exception {
    NatsSettings settings =
        new NatsSettings(
            List.of(url),
            Optional.empty(),
            file("shipper.pem"),
            file("shipper.key"),
            file("ca.pem"));
    return NatsOptions.builder(settings, "test");
  }

  private Optional<Path> file(String name) {
    return Optional.of(Path.of(certificates.file(name)));
  }
}
