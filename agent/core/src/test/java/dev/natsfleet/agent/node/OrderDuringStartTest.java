package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.OrderOutcome;
import dev.natsfleet.registry.SampleSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An order that arrives while nats-server is being started with the settings before it. */
class OrderDuringStartTest {

  private static final NodeSettings NEW =
      SampleSettings.with(Map.of("revision", "r2", "lameDuckSeconds", 45));

  @Test
  void shouldNotTakeTheAnswerOfTheSettingsBeforeForAProof() {
    // Given an agent that was ended in the middle of the order, and starts the server as it was
    NodeFixture node = NodeFixture.registered().signal(ordered());
    node.signal(new Signal.Remembered(node.node().toPersist()));
    node.signal(new Signal.SettingsRead(NEW)).signal(new Signal.Accepted(ActionKind.CHECK, "new"));

    // When
    node.signal(new Signal.Accepted(ActionKind.START, "old"));

    // Then
    assertThat(node.actionKinds()).contains(ActionKind.LAME_DUCK);
    node.signal(NodeFixture.linked());
    assertThat(node.report().order()).isEqualTo(new OrderReport("o1", OrderOutcome.RUNNING, ""));
    node.signal(new Signal.Done(ActionKind.LAME_DUCK)).signal(new Signal.Exited("code 0"));
    node.signal(new Signal.Accepted(ActionKind.START, "new")).signal(NodeFixture.linked());
    assertThat(node.report().order()).isEqualTo(new OrderReport("o1", OrderOutcome.DONE, ""));
  }

  @Test
  void shouldTakeSettingsOnceMoreThatABootHasUndone() {
    // When the registry still names the settings before as those to boot with
    NodeFixture undone = booted().signal(new Signal.SettingsRead(NodeFixture.SETTINGS));
    NodeFixture kept = booted().signal(new Signal.SettingsRead(NEW));

    // Then
    assertThat(undone.signal(ordered()).report().order())
        .isEqualTo(new OrderReport("o1", OrderOutcome.RUNNING, ""));
    assertThat(kept.signal(ordered()).report().order())
        .isEqualTo(new OrderReport("o1", OrderOutcome.DONE, ""));
  }

  /** A machine that was booted after its node had carried out the order. */
  private static NodeFixture booted() {
    OrderReport done = new OrderReport("o1", OrderOutcome.DONE, "");
    return new NodeFixture(Node.booting(new PersistedState(NEW, List.of(), done, true, false)));
  }

  private static Signal ordered() {
    return NodeFixture.written(
        ActionKind.BEAT, new Order.ApplySettings("o1", "test", NEW.revision()));
  }
}
