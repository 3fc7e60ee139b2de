package dev.natsfleet.logs.program.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.monitoring.EndpointServer;
import dev.natsfleet.monitoring.Endpoints;
import dev.natsfleet.monitoring.Json;
import dev.natsfleet.monitoring.Response;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The status command against a server that is there. */
class StatusCommandTest {

  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

  @Test
  void shouldShowARunningProgramAgainAndAgain() throws Exception {
    // Given
    AtomicInteger asked = new AtomicInteger();

    // When
    show(asked::incrementAndGet, 2);

    // Then
    assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("1 to 2\n2 to 3\n");
  }

  @Test
  void shouldSayWhatAProgramAnswersInPlaceOfItsStatus() {
    assertThatThrownBy(
            () ->
                show(
                    () -> {
                      throw new TimeoutException();
                    },
                    1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/status answers with HTTP status 503: the program does not answer");
  }

  private void show(Endpoints.StatusSource<Integer> status, long times) throws Exception {
    Endpoints endpoints =
        Endpoints.of(
            status, n -> MetricSnapshots.of(), n -> new Json.Whole(n), n -> Response.ok("ok\n"));
    try (EndpointServer server = EndpointServer.start(FREE, endpoints)) {
      new StatusCommand(
              new StatusConnection.Tcp(server.address()),
              (before, after, seconds) -> before + " to " + after + "\n")
          .show(out, times);
    }
  }
}
