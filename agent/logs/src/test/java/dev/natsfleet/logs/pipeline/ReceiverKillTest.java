package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 2: the receiver is killed. Between its own steps: see {@code PartitionStoreTest}. */
class ReceiverKillTest {

  private static final int KILLS = Strength.of("kills", 5, 50);
  private static final int LINES = Strength.of("lines", 60_000, 1_000_000);
  private static final int TORN = Strength.of("torn", 5, 25);

  @TempDir Path directory;
  private Scene scene;

  @BeforeEach
  void start() throws Exception {
    scene = new Scene(directory);
  }

  @AfterEach
  void end() throws Exception {
    scene.close();
  }

  @Test
  void shouldBeExactWhenTheReceiverIsKilledAtAnyMoment() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      scene.write(LINES / KILLS / 2);
      scene.within(1_500);
      scene.receiving().process().kill();
      scene.write(LINES / KILLS / 2);
      scene.receiving().restart();
    }
    scene.check();
    Strength.held("2, receiver: %,d lines, %d kills, %s".formatted(LINES, KILLS, scene));
  }

  @Test
  void shouldBeExactWhenItIsKilledBetweenAWriteAndItsRecord() throws Exception {
    Commits commits = new Commits(directory.resolve("one"));
    int torn = 0;
    while (torn < TORN) {
      scene.write();
      Await.until(Receiving.PATIENCE, commits::isTorn, () -> "nothing is ever written ahead");
      scene.receiving().process().kill();
      torn += commits.isTorn() ? 1 : 0;
      scene.receiving().restart();
    }

    scene.check();
    assertThat(commits.isTorn()).as("what was cut is recorded in the end").isFalse();
    Strength.held("2, receiver: %d kills before the record, %s".formatted(torn, scene));
  }
}
