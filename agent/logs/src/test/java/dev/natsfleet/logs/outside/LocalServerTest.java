package dev.natsfleet.logs.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.support.JsonValue;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LocalServerTest {

  private static final Optional<InetSocketAddress> FREE =
      Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

  @Test
  void shouldShowARunningProgramAgainAndAgain() throws Exception {
    // Given
    AtomicInteger asked = new AtomicInteger();

    // When
    view(asked::incrementAndGet, 2);

    // Then
    assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("1 to 2\n2 to 3\n");
  }

  @Test
  void shouldSayThatAProgramDoesNotAnswer() {
    assertThatThrownBy(
            () ->
                view(
                    () -> {
                      throw new TimeoutException();
                    },
                    1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/status");
  }

  private void view(Pages.Question<Integer> question, long times) throws Exception {
    Pages pages =
        Pages.of(question, n -> MetricSnapshots.of(), JsonValue::new, n -> Page.ok("ok\n"));
    try (LocalServer server = LocalServer.start(FREE, pages)) {
      new View(
              server.address().orElseThrow(),
              (before, after, seconds) -> before + " to " + after + "\n")
          .show(out, times);
    }
  }
}
