package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.OrderOutcome;
import dev.natsfleet.registry.SampleSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An order's settings with which nats-server runs, and its monitor never answers. */
class SilentSettingsTest {

  private static final NodeSettings SILENT =
      SampleSettings.with(Map.of("revision", "r2", "lameDuckSeconds", 45));

  @Test
  void shouldBeginANewerOrder() {
    // When
    NodeFixture node = silent().signal(ordered("o2", "r1"));

    // Then
    assertThat(node.report().order()).isEqualTo(new OrderReport("o2", OrderOutcome.RUNNING, ""));
  }

  @Test
  void shouldGoBackAndRefuseTheOrderAfterFiveMinutes() {
    // Given
    NodeFixture node = silent();

    // When
    ask(node, 59);
    OrderReport early = node.report().order();
    restart(ask(node, 2));
    node.signal(NodeFixture.linked());

    // Then
    assertThat(early).isEqualTo(new OrderReport("o1", OrderOutcome.RUNNING, ""));
    assertThat(node.report().order())
        .isEqualTo(
            new OrderReport(
                "o1",
                OrderOutcome.REFUSED,
                "nats-server was started with these settings, and its monitor did not answer for"
                    + " 300 s"));
    assertThat(node.node().config().wanted()).isEqualTo(NodeFixture.SETTINGS);
  }

  @Test
  void shouldGoBackToWhatServedBeforeASupersededOrder() {
    // Given
    NodeFixture node = silent().signal(ordered("o2", "r3"));
    NodeSettings refused = SampleSettings.with(Map.of("revision", "r3", "lameDuckSeconds", 60));
    remember(node).signal(new Signal.SettingsRead(refused));

    // When
    node.signal(new Signal.Refused(ActionKind.CHECK, "conf", "unknown field"));

    // Then
    assertThat(node.report().order())
        .isEqualTo(new OrderReport("o2", OrderOutcome.REFUSED, "unknown field"));
    assertThat(node.node().config().wanted()).isEqualTo(NodeFixture.SETTINGS);
  }

  @Test
  void shouldRestartAServerThatHasNotAnsweredForSettingsThatItCouldReload() {
    // Given
    NodeFixture node = remember(silent().signal(ordered("o2", "r3")));

    // When
    node.signal(new Signal.SettingsRead(larger(45)));

    // Then
    assertThat(node.actionKinds()).contains(ActionKind.CHECK).doesNotContain(ActionKind.RELOAD);
  }

  @Test
  void shouldRestartAServerThatAnswersNoReload() {
    // Given
    NodeFixture node = remember(NodeFixture.serving().signal(ordered("o1", "r3")));
    node.signal(new Signal.SettingsRead(larger(30)));
    OrderProgress.OrderStep first = node.node().order().step();

    // When
    for (int i = 0; i < 3; i++) {
      node.after(Duration.ofMinutes(1)).signal(new Signal.Failed(ActionKind.RELOAD, "no answer"));
    }

    // Then
    assertThat(first).isEqualTo(OrderProgress.OrderStep.RELOAD);
    assertThat(node.actionKinds()).contains(ActionKind.CHECK);
  }

  @Test
  void shouldCountTheFailedReloadsOfEachOrderAlone() {
    // Given
    NodeFixture node = remember(NodeFixture.serving().signal(ordered("o1", "r3")));
    node.signal(new Signal.SettingsRead(larger(30)));
    for (int i = 0; i < 2; i++) {
      node.after(Duration.ofMinutes(1)).signal(new Signal.Failed(ActionKind.RELOAD, "no answer"));
    }

    // When
    node.signal(ordered("o2", "r3")).signal(new Signal.SettingsRead(larger(30)));
    node.after(Duration.ofMinutes(1)).signal(new Signal.Failed(ActionKind.RELOAD, "no answer"));

    // Then
    assertThat(node.node().order().step()).isEqualTo(OrderProgress.OrderStep.RELOAD);
  }

  @Test
  void shouldBeginANewerOrderWhileAReloadIsNotAnswered() {
    // Given
    NodeFixture node = remember(NodeFixture.serving().signal(ordered("o1", "r3")));
    node.signal(new Signal.SettingsRead(larger(30)));

    // When
    node.signal(ordered("o2", "r1"));

    // Then
    assertThat(node.report().order()).isEqualTo(new OrderReport("o2", OrderOutcome.RUNNING, ""));
  }

  private static NodeSettings larger(int lameDuckSeconds) {
    return SampleSettings.with(
        Map.of(
            "revision", "r3", "lameDuckSeconds", lameDuckSeconds, "maxPayloadBytes", 2_097_152L));
  }

  /** The monitor does not answer so often, each 5 seconds. */
  private static NodeFixture ask(NodeFixture node, int times) {
    for (int i = 0; i < times; i++) {
      node.after(Duration.ofSeconds(5)).signal(new Signal.Failed(ActionKind.MONITOR, "refused"));
    }
    return node;
  }

  private static NodeFixture silent() {
    NodeFixture node = remember(NodeFixture.serving().signal(ordered("o1", "r2")));
    node.signal(new Signal.SettingsRead(SILENT));
    return restart(node.signal(new Signal.Accepted(ActionKind.CHECK, "conf")));
  }

  @Test
  void shouldRefuseSettingsWithWhichTheServerEndsAgainSoon() {
    // Given
    NodeFixture node = silent().signal(NodeFixture.linked());
    OrderReport early = node.report().order();

    // When
    end(node);
    OrderReport once = node.report().order();
    end(node.signal(new Signal.Accepted(ActionKind.START, "conf")).signal(NodeFixture.linked()));

    // Then
    assertThat(early).isEqualTo(new OrderReport("o1", OrderOutcome.DONE, ""));
    assertThat(once).as("one end may have any cause").isEqualTo(early);
    assertThat(node.report().order())
        .isEqualTo(new OrderReport("o1", OrderOutcome.REFUSED, "code 2"));
    assertThat(node.node().config().wanted()).isEqualTo(NodeFixture.SETTINGS);
  }

  @Test
  void shouldKeepSettingsWithWhichTheServerRanForAMinute() {
    // Given
    NodeFixture node = silent().signal(NodeFixture.linked()).after(Duration.ofMinutes(1));

    // When
    end(node);
    end(node.signal(new Signal.Accepted(ActionKind.START, "conf")).signal(NodeFixture.linked()));

    // Then
    assertThat(node.report().order()).isEqualTo(new OrderReport("o1", OrderOutcome.DONE, ""));
  }

  private static void end(NodeFixture node) {
    node.after(Duration.ofSeconds(10)).signal(new Signal.Exited("code 2"));
  }

  private static NodeFixture restart(NodeFixture node) {
    return node.signal(new Signal.Done(ActionKind.LAME_DUCK))
        .signal(new Signal.Exited("code 0"))
        .signal(new Signal.Accepted(ActionKind.START, "conf"));
  }

  private static NodeFixture remember(NodeFixture node) {
    return node.signal(new Signal.Remembered(node.node().toPersist()));
  }

  private static Signal ordered(String id, String revision) {
    return NodeFixture.written(ActionKind.BEAT, new Order.ApplySettings(id, "test", revision));
  }
}
