package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another version has written down is neither read wrongly nor thrown away. */
@Tag("server")
class StateOfAnotherVersionTest {

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldEndTheShipperAndNameTheWayOut() throws Exception {
    Path checkpoint = directory.resolve("state/checkpoint");
    Await.until(Pipeline.PATIENCE, () -> Files.exists(checkpoint), pipeline::said);
    pipeline.shipper().kill();
    String other = Files.readString(checkpoint).replaceFirst("shipper 2", "shipper 3");
    Files.writeString(checkpoint, other);
    pipeline.restartShipper();

    assertThat(pipeline.shipper().awaitEnd()).isEqualTo(1);
    assertThat(pipeline.said())
        .contains(
            "it has format \"natsfleet-shipper 3\", and this shipper reads \"natsfleet-shipper 2\"")
        .contains("start the version that wrote it", "delete it to send all files again");
    assertThat(checkpoint).hasContent(other);
  }

  @Test
  void shouldStallTheReceiverUntilItIsMended() throws Exception {
    // Given
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    receiverProcess.check(ShipperProcess.HOST, app);
    receiverProcess.process().terminate();
    Path journals = directory.resolve("one/state/main/partition-0");
    Path journal = journals.resolve("journal-%020d".formatted(0));
    byte[] ours = Files.readAllBytes(journal);
    Files.writeString(journal, "natsfleet-receiver 2\nsomething else\n");

    // When
    receiverProcess.restart();
    receiverProcess.awaitSaying("it is of version 2, and this receiver reads version 1");

    // Then
    Files.write(journal, ours);
    app.lines(10);
    receiverProcess.check(ShipperProcess.HOST, app);
  }
}
