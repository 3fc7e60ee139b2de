package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenario 6: the broker ends, one way or another, while the window is full. */
@Tag("server")
class BrokerRestartTest {

  private static final int RESTARTS = ScenarioStrength.of("restarts", 2, 10);
  private static final int WINDOW = 2048; // the default

  @TempDir Path directory;
  private PipelineFixture pipelineFixture;

  @BeforeEach
  void start() throws Exception {
    pipelineFixture =
        new PipelineFixture(new Pipeline(directory, ProgramGauges.LISTEN, "SHIPPER_ACK_WAIT=10s"));
    pipelineFixture.write();
    pipelineFixture.check();
  }

  @AfterEach
  void end() throws Exception {
    pipelineFixture.close();
  }

  @ParameterizedTest
  @EnumSource
  void shouldLeaveNoHoleAndNoInversion(End end) throws Exception {
    for (int i = 0; i < RESTARTS; i++) {
      pipelineFixture.check();
      double settled = unsettled();
      pipelineFixture.write(30_000);
      pipelineFixture.within(300);
      pipelineFixture.broker().pause();
      pipelineFixture.write(3 * WINDOW);
      Await.until(
          Pipeline.PATIENCE,
          () -> !ProgramGauges.answers(pipelineFixture.pipeline().said()),
          () -> "the shipper never waits for room in its window");
      end.of(pipelineFixture.broker());
      if (end == End.KILLED) {
        assertThat(unsettled() - settled)
            .as("messages in flight at the kill")
            .isGreaterThan(WINDOW / 2.0);
      }
      pipelineFixture.write();
      pipelineFixture.broker().start();
    }
    pipelineFixture.check();
    ScenarioStrength.held(
        "6, broker %s: %d times with a full window, %s".formatted(end, RESTARTS, pipelineFixture));
  }

  /** Messages that were sent, less those that are stored: what is in flight, and a constant. */
  private double unsettled() throws Exception {
    Pipeline pipeline = pipelineFixture.pipeline();
    double sent =
        pipeline.metric("all_read_lines_total") + pipeline.metric("all_resent_lines_total");
    return sent - pipeline.metric("stored_sequence");
  }

  private enum End {
    KILLED,
    STOPPED,
    LAME_DUCK;

    /** Its sockets are full: it ends with what it has read of them, or begins to. */
    void of(Broker broker) throws Exception {
      switch (this) {
        case KILLED -> broker.kill();
        case STOPPED -> broker.endInPause("TERM");
        case LAME_DUCK -> broker.endInPause("USR2");
      }
    }
  }
}
