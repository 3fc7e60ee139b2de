package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver with a new copy is ended before a line comes that it could commit. */
@Tag("server")
class NewCopyTest {

  @TempDir Path directory;

  @Test
  void shouldNotMissAfterARestartWhatWasPurgedBeforeItCame() throws Exception {
    Pipeline pipeline = new Pipeline(directory);
    try {
      LogWriter app = pipeline.writer("app.log", 1);
      app.lines(100);
      pipeline.receiving("main").check(ShipperProcess.HOST, app);
      int before = app.written().length;
      pipeline.broker().ask(nats -> nats.jetStreamManagement().purgeStream(Broker.STREAM));
      ReceiverProcess second =
          pipeline.receiving("second", "SHIPPER_COPY=second", "SHIPPER_GAP_WAIT=2s");
      second.awaitSaying("a partition is ours");
      second.process().kill();
      second.restart();
      app.lines(50);

      byte[] later = Arrays.copyOfRange(app.written(), before, app.written().length);
      Await.until(
          ReceiverProcess.PATIENCE,
          () -> second.size(ShipperProcess.HOST) >= later.length,
          second::log);
      assertThat(second.received(ShipperProcess.HOST)).isEqualTo(later);
    } finally {
      pipeline.close();
    }
  }
}
