package dev.natsfleet.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Invariant 9: liveness depends on counters and the observer's own clock, not on other clocks. */
@Tag("server")
@ResourceLock(SharedFleet.LOCK)
@ExtendWith(SharedFleet.class)
class ClockSkewTest {

  private static final int NODES = 3;
  private static final int HOUR = 3600;
  private static final RegistrationPeriods PERIODS = RegistrationPeriods.chosen();

  private static FleetFixture fixture;
  private ClusterUnderTest cluster;

  @BeforeAll
  static void share(FleetFixture shared) {
    fixture = shared;
  }

  @BeforeEach
  void apply() {
    cluster = fixture.apply(Manifest.named("clock").with(PERIODS));
    cluster.awaitMesh(NODES);
  }

  @AfterEach
  void leave() {
    cluster.close();
  }

  @Test
  void shouldKeepNodesWhoseClocksAreAnHourFastAndAnHourSlow() throws IOException {
    // Given
    SteadyState before = SteadyState.of(cluster);
    List<String> addresses = addresses();
    String fast = before.instances().getFirst();
    String slow = before.instances().getLast();

    // When
    setClockOff(fast, HOUR);
    setClockOff(slow, -HOUR);
    cluster.await("rows whose times are off", () -> isOff(fast, HOUR) && isOff(slow, -HOUR));

    // Then
    before.holdFor(PERIODS.forget().plus(PERIODS.heartbeat()));
    assertThat(isOff(fast, HOUR)).isTrue();
    assertThat(isOff(slow, -HOUR)).isTrue();
    assertThat(addresses()).isEqualTo(addresses);
    cluster.awaitMesh(NODES);
  }

  /** Kills the agent after writing the file, because the file is read at its next start. */
  private void setClockOff(String instance, int seconds) throws IOException {
    Files.writeString(
        fixture.fleet().cloud().instances().resolve(instance).resolve("environment"),
        "NATSFLEET_CLOCK_OFFSET_SECONDS=" + seconds + "\n");
    cluster.view().machines().killAgent(instance);
  }

  private boolean isOff(String instance, int seconds) {
    Instant written = Instant.ofEpochSecond(beat(instance).time()).minusSeconds(seconds);
    return Duration.between(written, Instant.now()).abs().toSeconds()
        <= 2 * PERIODS.alive().toSeconds();
  }

  private Heartbeat beat(String instance) {
    return cluster.view().aws().rows().stream()
        .map(NodeRow.Managed::beat)
        .filter(beat -> beat.who().instance().equals(instance))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + instance + "; " + cluster.describe()));
  }

  private List<String> addresses() {
    return cluster.view().aws().rows().stream().map(NodeRow::ip).sorted().toList();
  }
}
