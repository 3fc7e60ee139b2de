package dev.natsfleet.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadyProbeMainTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({"200, 0", "503, 1"})
  void shouldEndAsTheStatusSays(int status, int exitCode) throws IOException {
    // Given
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/readyz",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/readyz";

    // When
    int code = run(url);
    server.stop(0);

    // Then
    assertThat(code).isEqualTo(exitCode);
    assertThat(said.toString(UTF_8)).isEqualTo(url + " answers " + status + "\n");
  }

  @Test
  void shouldSayWhatDoesNotAnswer() {
    assertThat(run("http://127.0.0.1:1/readyz")).isEqualTo(1);
    assertThat(said.toString(UTF_8)).startsWith("http://127.0.0.1:1/readyz does not answer");
  }

  @Test
  void shouldWantOneUrl() {
    assertThat(run()).isEqualTo(2);
    assertThat(said.toString(UTF_8)).startsWith("usage:");
  }

  private int run(String... arguments) {
    return ReadyProbeMain.run(arguments, new PrintStream(said, true, UTF_8));
  }
}
