package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The position of a receiver's own copy cannot be read. */
@Tag("server")
class OwnPositionTest {

  @TempDir Path directory;

  @Test
  void shouldCountThatAPartitionCannotBeStarted() throws Exception {
    // Given
    Pipeline pipeline = new Pipeline(directory);
    try {
      pipeline.receiving("one", "SHIPPER_COPY=first").awaitSaying("a partition is ours");
      pipeline
          .broker()
          .ask(nats -> nats.keyValue("LOGS_receivers").put("position.0.second", "over there"));

      // When
      ReceiverProcess second =
          pipeline.receiving("two", "SHIPPER_COPY=second", ProgramGauges.LISTEN);

      // Then
      second.awaitSaying("a partition cannot be started yet");
      Await.until(
          ReceiverProcess.PATIENCE,
          () -> MetricReadings.of(second).of("stalls_total") > 0,
          () -> "it does not count: " + second.log());
      assertThat(second.log()).doesNotContain("a partition is ours");
    } finally {
      pipeline.close();
    }
  }
}
