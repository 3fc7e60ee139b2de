package dev.natsfleet.logs.pipeline;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenario 6: the broker ends, one way or another, while the window is full. */
class BrokerRestartTest {

  private static final int RESTARTS = 2;

  @TempDir Path directory;
  private Scene scene;

  @BeforeEach
  void start() throws Exception {
    scene = new Scene(directory);
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
      scene.write();
      scene.write();
      scene.within(300);
      end.of(scene.broker());
      scene.write();
      scene.broker().start();
    }
    scene.check();
  }

  private enum End {
    KILLED,
    STOPPED,
    LAME_DUCK;

    void of(Broker broker) throws Exception {
      switch (this) {
        case KILLED -> broker.kill();
        case STOPPED -> broker.terminate();
        case LAME_DUCK -> broker.lameDuck();
      }
    }
  }
}
