package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The position of a receiver's own copy cannot be read. */
@Tag("server")
class OwnPositionTest {

  @TempDir Path directory;

  @Test
  void shouldNotBeWellAndCountItOnceUntilTheKeyIsDeleted() throws Exception {
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
      second.awaitHealth(503);
      assertThat(MetricReadings.of(second).of("stalls_total")).isEqualTo(1);
      assertThat(second.log()).doesNotContain("a partition is ours");
      pipeline
          .broker()
          .ask(
              nats -> {
                nats.keyValue("LOGS_receivers").delete("position.0.second");
                return "";
              });
      second.awaitHealth(200);
      second.awaitSaying("a partition is ours");
      assertThat(MetricReadings.of(second).of("stalls_total")).isEqualTo(1);
      assertThat(second.log()).containsOnlyOnce("a partition cannot be started yet");
    } finally {
      pipeline.close();
    }
  }
}
