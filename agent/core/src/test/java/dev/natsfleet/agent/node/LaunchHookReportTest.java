package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node whose launch hook cannot be completed. */
class LaunchHookReportTest {

  private static final String DENIED =
      "allow autoscaling:CompleteLifecycleAction for the role of the instance profile";

  @Test
  void shouldSayWhyItIsNotInServiceUntilTheHookIsCompleted() {
    // Given
    NodeFixture fixture = NodeFixture.joined();

    // When
    fixture.signal(new Signal.Failed(ActionKind.LAUNCH_HOOK, DENIED));

    // Then
    assertThat(fixture.node().state()).isEqualTo(NodeState.JOINED);
    assertThat(fixture.report().why()).isEqualTo(DENIED);
    fixture.after(Duration.ofMinutes(1)).signal(new Signal.Finished(ActionKind.LAUNCH_HOOK));
    assertThat(fixture.node().state()).isEqualTo(NodeState.SERVING);
    assertThat(fixture.report().why()).isEmpty();
  }
}
