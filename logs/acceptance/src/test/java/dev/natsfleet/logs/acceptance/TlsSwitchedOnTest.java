package dev.natsfleet.logs.acceptance;

import dev.natsfleet.logs.program.connect.NatsOptions;
import dev.natsfleet.logs.program.settings.NatsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server asks for TLS from now on, and the shipper's URL says nothing of it. */
@Tag("server")
class TlsSwitchedOnTest {

  @TempDir Path directory;
  private Optional<Path> authority = Optional.empty();

  @Test
  void shouldShipOnOverTls() throws Exception {
    // Given
    Certificates certificates = new Certificates(directory.resolve("certificates"));
    certificates.pkcs8("server");
    Path tls = Files.createDirectories(directory.resolve("nats")).resolve("tls.conf");
    Files.createFile(tls);
    Broker broker =
        new Broker(
            directory.resolve("nats"),
            url -> NatsOptions.builder(settings(url), "test"),
            "include tls.conf\n");
    broker.ask(connection -> connection.jetStreamManagement().addStream(Broker.stream()));
    Pipeline pipeline =
        new Pipeline(
            directory,
            broker,
            "NATSFLEET_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=changeit"
                .formatted(certificates.trustStore()));
    try {
      LogWriter app = pipeline.writer("app.log", 1);
      app.lines(10);
      pipeline.check(app);

      // When
      Files.writeString(
          tls,
          "tls { cert_file: \"%s\", key_file: \"%s\" }%n"
              .formatted(certificates.file("server.pem"), certificates.file("server.key")));
      authority = Optional.of(Path.of(certificates.file("ca.pem")));
      broker.terminate();
      broker.start();
      app.lines(10);

      // Then
      pipeline.check(app);
    } finally {
      pipeline.close();
    }
  }

  private NatsSettings settings(String url) {
    return new NatsSettings(
        List.of(url), Optional.empty(), Optional.empty(), Optional.empty(), authority);
  }
}
