package dev.natsfleet.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 9: who is alive is judged by counters and one's own clock, not by another's clock. */
class ClockTest {

  private static final int NODES = 3;
  private static final Periods PERIODS = Periods.chosen();

  private static Stage stage;
  private Trial cluster;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @BeforeEach
  void apply() {
    cluster = stage.apply(Manifest.named("clock").with(PERIODS)).awaitWhole(NODES);
  }

  @AfterEach
  void leave() {
    cluster.close();
  }

  @ParameterizedTest(name = "{0} seconds off")
  @ValueSource(ints = {3600, -3600})
  void shouldKeepANodeWhoseClockIsOff(int seconds) throws IOException {
    // Given
    Steady steady = Steady.of(cluster);
    List<String> addresses = addresses();
    String odd = steady.instances().getFirst();

    // When
    setClockOff(odd, seconds);
    cluster.await("a row whose time is off", () -> isOff(beat(odd), seconds));

    // Then
    steady.holdFor(PERIODS.forget().plus(PERIODS.heartbeat()));
    assertThat(isOff(beat(odd), seconds)).isTrue();
    assertThat(addresses()).isEqualTo(addresses);
    cluster.awaitWhole(NODES);
  }

  /** Its agent's next start, which is at once, reads the file. */
  private void setClockOff(String instance, int seconds) throws IOException {
    Files.writeString(
        stage.fleet().cloud().instances().resolve(instance).resolve("environment"),
        "NATSFLEET_CLOCK_OFFSET_SECONDS=" + seconds + "\n");
    cluster.view().machines().killAgent(instance);
  }

  private static boolean isOff(Heartbeat beat, int seconds) {
    Instant written = Instant.ofEpochSecond(beat.time()).minusSeconds(seconds);
    return Duration.between(written, Instant.now()).abs().toSeconds()
        <= 2 * PERIODS.alive().toSeconds();
  }

  private Heartbeat beat(String instance) {
    return cluster.view().aws().rows().stream()
        .map(NodeRow.Fleet::beat)
        .filter(beat -> beat.who().instance().equals(instance))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + instance + "; " + cluster.seen()));
  }

  private List<String> addresses() {
    return cluster.view().aws().rows().stream().map(NodeRow::ip).sorted().toList();
  }
}
