package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenario 6: the broker ends, one way or another, while the window is full. */
class BrokerRestartTest {

  private static final int RESTARTS = Strength.of("restarts", 2, 10);
  private static final int WINDOW = 2048; // the default

  @TempDir Path directory;
  private Scene scene;

  @BeforeEach
  void start() throws Exception {
    scene = new Scene(new Pipeline(directory, Gauges.LISTEN, "SHIPPER_ACK_WAIT=10s"));
    scene.write();
    scene.check();
  }

  @AfterEach
  void end() throws Exception {
    scene.close();
  }

  @ParameterizedTest
  @EnumSource
  void shouldLeaveNoHoleAndNoInversion(End end) throws Exception {
    for (int i = 0; i < RESTARTS; i++) {
      scene.check();
      double settled = unsettled();
      scene.write(30_000);
      scene.within(300);
      scene.broker().pause();
      scene.write(3 * WINDOW);
      Await.until(
          Pipeline.PATIENCE,
          () -> !Gauges.answers(scene.pipeline().said()),
          () -> "the shipper never waits for room in its window");
      end.of(scene.broker());
      if (end == End.KILLED) {
        assertThat(unsettled() - settled)
            .as("messages in flight at the kill")
            .isGreaterThan(WINDOW / 2.0);
      }
      scene.write();
      scene.broker().start();
    }
    scene.check();
    Strength.held("6, broker %s: %d times with a full window, %s".formatted(end, RESTARTS, scene));
  }

  /** Messages that were sent, less those that are stored: what is in flight, and a constant. */
  private double unsettled() throws Exception {
    Pipeline pipeline = scene.pipeline();
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
