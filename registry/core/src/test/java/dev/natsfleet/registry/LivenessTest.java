package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LivenessTest {

  private static final String IP = "10.0.0.1";
  private static final Duration PERIOD = Duration.ofSeconds(30);

  /** One read of the table: the rows, and the observer's clock in seconds. */
  private record Look(long second, List<NodeRow> rows) {}

  static Stream<Arguments> histories() {
    return Stream.of(
        story("never seen", 0, false, 0),
        story("seen just now", 0, true, 0, look(0, fleet("a", 1))),
        story("silent for less than the period", 29, true, 29, look(0, fleet("a", 1))),
        story("silent for the whole period", 30, false, 30, look(0, fleet("a", 1))),
        story("beats", 50, true, 20, look(0, fleet("a", 1)), look(30, fleet("a", 2))),
        story(
            "seen again unchanged", 31, false, 31, look(0, fleet("a", 1)), look(30, fleet("a", 1))),
        story(
            "new boot, same counter",
            50,
            true,
            20,
            look(0, fleet("a", 1)),
            look(30, fleet("b", 1))),
        story(
            "counter runs backwards",
            50,
            true,
            20,
            look(0, fleet("a", 9)),
            look(30, fleet("a", 3))),
        story("row gone", 10, false, 0, look(0, fleet("a", 1)), look(5)),
        story(
            "gone and back unchanged",
            59,
            true,
            29,
            look(0, fleet("a", 1)),
            look(20),
            look(30, fleet("a", 1))),
        story("clock an hour ahead", 29, true, 29, look(0, fleet("a", 1, 3_600))),
        story("clock an hour behind", 29, true, 29, look(0, fleet("a", 1, -3_600))),
        story(
            "clock moves, counter does not",
            30,
            false,
            30,
            look(0, fleet("a", 1, 0)),
            look(10, fleet("a", 1, 10))));
  }

  static Stream<Arguments> originals() {
    return Stream.of(
        story("original beats", 40, true, 10, look(0, original(100)), look(30, original(110))),
        story("original is silent", 30, false, 30, look(0, original(100)), look(20, original(100))),
        story("original a year behind", 29, true, 29, look(0, original(-31_536_000))),
        story(
            "ours in place of an original",
            40,
            true,
            10,
            look(0, original(1)),
            look(30, fleet("a", 1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"histories", "originals"})
  void shouldJudgeByItsOwnClockAlone(
      String story, List<Look> looks, long now, boolean alive, long silence) {
    // Given: monotonic clocks may start below zero and wrap
    for (long origin : new long[] {0, -Duration.ofDays(1).toNanos(), Long.MAX_VALUE - 1}) {
      // When
      Liveness liveness = Liveness.NONE;
      List<NodeRow> rows = List.of();
      for (Look look : looks) {
        rows = look.rows();
        liveness = liveness.observe(rows, origin + seconds(look.second()));
      }
      liveness = liveness.observe(rows, origin + seconds(now));

      // Then
      assertThat(liveness.isAlive(IP, PERIOD)).as(story).isEqualTo(alive);
      assertThat(liveness.silence(IP)).hasSeconds(silence);
    }
  }

  private static Arguments story(
      String name, long now, boolean alive, long silence, Look... looks) {
    return Arguments.of(name, Arrays.asList(looks), now, alive, silence);
  }

  private static Look look(long second, NodeRow... rows) {
    return new Look(second, Arrays.asList(rows));
  }

  private static NodeRow fleet(String boot, long counter) {
    return fleet(boot, counter, 0);
  }

  private static NodeRow fleet(String boot, long counter, long skew) {
    Heartbeat beat = SampleRows.heartbeat(SampleRows.node(IP, "i-1", boot), counter);
    return new NodeRow.Managed(
        new Heartbeat(
            beat.who(),
            counter,
            beat.time() + skew,
            beat.status(),
            beat.description(),
            beat.software(),
            beat.revision(),
            beat.report()),
        null);
  }

  private static NodeRow original(long time) {
    return new NodeRow.Original(IP, time, "working", "");
  }

  private static long seconds(long count) {
    return Duration.ofSeconds(count).toNanos();
  }
}
