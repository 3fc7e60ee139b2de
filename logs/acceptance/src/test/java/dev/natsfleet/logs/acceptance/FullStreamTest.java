package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 10: the stream is full, because one of two copies is away. */
@Tag("server")
class FullStreamTest {

  private static final String[] STREAM = {
    "SHIPPER_STREAM_BYTES=2Mi", "SHIPPER_GAP_WAIT=4s", "SHIPPER_GAP_BYTES=64Ki"
  };

  private static final long BEYOND_A_WAIT = Duration.ofSeconds(6).toNanos();

  @TempDir Path directory;
  private PipelineFixture pipelineFixture;

  @BeforeEach
  void start() throws Exception {
    Pipeline pipeline = new Pipeline(directory);
    pipeline
        .broker()
        .ask(connection -> connection.jetStreamManagement().deleteStream(Broker.STREAM));
    pipelineFixture = new PipelineFixture(pipeline, STREAM);
  }

  @AfterEach
  void end() throws Exception {
    pipelineFixture.close();
  }

  @Test
  void shouldWaitForTheSlowestCopy() throws Exception {
    // Given two copies, one of which goes away
    ReceiverProcess two = pipelineFixture.pipeline().receiving("two", with("SHIPPER_COPY=two"));
    pipelineFixture.write();
    pipelineFixture.check(pipelineFixture.receiving(), two);
    two.process().kill();

    // When there is more than the stream takes
    for (int i = 0; i < 4; i++) {
      pipelineFixture.write();
    }
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> pipelineFixture.pipeline().said().contains("nearly full"),
        () -> "it does not wait: " + pipelineFixture.pipeline().said());
    LockSupport.parkNanos(BEYOND_A_WAIT);
    two.restart();

    // Then both get all of it
    pipelineFixture.check(pipelineFixture.receiving(), two);
    assertThat(pipelineFixture.receiving().log() + two.log()).doesNotContain("are lost");
  }

  private static String[] with(String setting) {
    return new String[] {STREAM[0], STREAM[1], STREAM[2], setting};
  }
}
