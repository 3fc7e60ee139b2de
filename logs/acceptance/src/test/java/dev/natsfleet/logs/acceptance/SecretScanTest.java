package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan that every process of this suite goes through finds what it looks for. */
@Tag("server")
class SecretScanTest {

  private static final String SEED = "SUAMLK2ZNL35WSMW37E7UD4VZ7ELPKW7DHC3BWBSD2GCZ7IUQQXZIORRBU";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"to nats://app:hunter-2@n1:4222", "Token hunter-3", "seed=" + SEED})
  void shouldFindASecretInWhatAProgramSaid(String line) throws Exception {
    Path output = Files.writeString(directory.resolve("said"), "starting\n" + line + "\n");
    Path credentials =
        Files.writeString(directory.resolve("creds"), "-----BEGIN-----\n" + SEED + "\n");
    SecretScan scan =
        new SecretScan(
            Map.of(
                "NATS_URL",
                "nats://app:hunter-2@n1:4222,tls://hunter-3@n2",
                "NATS_CREDS",
                credentials.toString()),
            output);

    assertThat(scan.count()).isEqualTo(3);
    assertThatThrownBy(scan::checkOutput)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a secret is in " + output);
  }

  @Test
  void shouldFindASecretInThePagesOfEachProgram() throws Exception {
    Pipeline pipeline = new Pipeline(directory);
    try {
      // Given
      ReceiverProcess receiverProcess = pipeline.receiving("one");
      LogWriter app = pipeline.writer("app.log", 1);
      app.lines(1);
      receiverProcess.check(ShipperProcess.HOST, app);

      // When the path of a log and the name of a host are called secret
      SecretScan ofShipper = scan(directory, "app.log");
      SecretScan ofReceiver = scan(directory.resolve("one"), ShipperProcess.HOST);

      // Then
      assertThatThrownBy(ofShipper::checkPages).hasMessageContaining("a secret is in /status");
      assertThatThrownBy(ofReceiver::checkPages).hasMessageContaining("a secret is in /status");
      assertThat(scan(directory, "hunter-2").checkPages()).isEqualTo(3);
    } finally {
      pipeline.close();
    }
  }

  private static SecretScan scan(Path home, String secret) throws Exception {
    return new SecretScan(
        Map.of(
            "SHIPPER_STATE",
            home.resolve("state").toString(),
            "NATS_URL",
            "nats://app:" + secret + "@n1"),
        home.resolve("none"));
  }
}
