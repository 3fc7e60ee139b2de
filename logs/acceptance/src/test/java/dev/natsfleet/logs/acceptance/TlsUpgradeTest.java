package dev.natsfleet.logs.acceptance;

import dev.natsfleet.logs.program.connect.NatsOptions;
import dev.natsfleet.logs.program.settings.NatsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks for TLS, and programs of which nothing says so. */
@Tag("server")
class TlsUpgradeTest {

  @TempDir Path directory;
  private String options;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    Certificates certificates = new Certificates(directory.resolve("certificates"));
    certificates.pkcs8("server");
    options =
        "NATSFLEET_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=changeit"
            .formatted(certificates.trustStore());
    String tls =
        "tls { cert_file: \"%s\", key_file: \"%s\" }"
            .formatted(certificates.file("server.pem"), certificates.file("server.key"));
    Optional<Path> authority = Optional.of(Path.of(certificates.file("ca.pem")));
    Broker broker =
        new Broker(
            directory.resolve("nats"),
            url ->
                NatsOptions.builder(
                    new NatsSettings(
                        List.of(url),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        authority),
                    "test"),
            tls);
    pipeline = new Pipeline(directory, broker, options);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldUseTlsWithTheAuthoritiesOfTheSystem() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one", options);
    LogWriter app = pipeline.writer("app.log", 1);

    app.lines(100);

    receiverProcess.check(ShipperProcess.HOST, app);
  }
}
