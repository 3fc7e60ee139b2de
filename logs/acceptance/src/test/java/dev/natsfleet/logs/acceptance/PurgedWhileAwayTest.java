package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody purges the stream while the receiver is away, and no further line is written. */
@Tag("server")
class PurgedWhileAwayTest {

  @TempDir Path directory;

  @Test
  void shouldNotCountAsWrittenWhatNobodyCouldRead() throws Exception {
    Pipeline pipeline = new Pipeline(directory, ProgramGauges.LISTEN);
    try {
      // Given a receiver that is away while a second log begins
      LogWriter app = pipeline.writer("app.log", 1);
      app.lines(100);
      ReceiverProcess receiver = pipeline.receiving("one", ProgramGauges.LISTEN);
      receiver.check(ShipperProcess.HOST, app);
      CommittedOutput committed = new CommittedOutput(directory.resolve("one"));
      Await.until(ReceiverProcess.PATIENCE, () -> !committed.isTorn(), () -> "it does not commit");
      receiver.process().kill();
      LogWriter other = pipeline.writer("other.log", 2);
      other.lines(50);
      MetricReadings.of(pipeline).await("all_published_lines_total", 150);

      // When
      pipeline.broker().ask(nats -> nats.jetStreamManagement().purgeStream(Broker.STREAM));
      receiver.restart();

      // Then
      MetricReadings readings = MetricReadings.of(receiver);
      double all = app.written().length + (double) other.written().length;
      readings.await("host_audit_published_bytes", all);
      readings.await("pending_messages", 0);
      readings.await("host_audit_written_bytes", app.written().length);
    } finally {
      pipeline.close();
    }
  }
}
