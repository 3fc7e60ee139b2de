package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 2: the receiver is killed. Between its own steps: see {@code PartitionStoreTest}. */
@Tag("server")
class ReceiverKillTest {

  private static final int KILLS = ScenarioStrength.of("kills", 5, 50);
  private static final int LINES = ScenarioStrength.of("lines", 60_000, 1_000_000);
  private static final int TORN = ScenarioStrength.of("torn", 5, 25);

  @TempDir Path directory;
  private PipelineFixture pipelineFixture;

  @BeforeEach
  void start() throws Exception {
    pipelineFixture = new PipelineFixture(directory);
  }

  @AfterEach
  void end() throws Exception {
    pipelineFixture.close();
  }

  @Test
  void shouldBeExactWhenTheReceiverIsKilledAtAnyMoment() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      pipelineFixture.write(LINES / KILLS / 2);
      pipelineFixture.within(1_500);
      pipelineFixture.receiving().process().kill();
      pipelineFixture.write(LINES / KILLS / 2);
      pipelineFixture.receiving().restart();
    }
    pipelineFixture.check();
    ScenarioStrength.held(
        "2, receiver: %,d lines, %d kills, %s".formatted(LINES, KILLS, pipelineFixture));
  }

  @Test
  void shouldBeExactWhenItIsKilledBetweenAWriteAndItsRecord() throws Exception {
    CommittedOutput committedOutput = new CommittedOutput(directory.resolve("one"));
    int torn = 0;
    while (torn < TORN) {
      pipelineFixture.write();
      Await.until(
          ReceiverProcess.PATIENCE, committedOutput::isTorn, () -> "nothing is ever written ahead");
      pipelineFixture.receiving().process().kill();
      torn += committedOutput.isTorn() ? 1 : 0;
      pipelineFixture.receiving().restart();
    }

    pipelineFixture.check();
    assertThat(committedOutput.isTorn()).as("what was cut is recorded in the end").isFalse();
    ScenarioStrength.held(
        "2, receiver: %d kills before the record, %s".formatted(torn, pipelineFixture));
  }
}
