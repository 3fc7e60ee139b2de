package dev.natsfleet.logs.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket of audits is deleted while both programs run, and no connection is lost. */
@Tag("server")
class AuditBucketLostTest {

  private static final String BUCKET = "LOGS_accounts";

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
  void shouldMakeItAnewAndFollowIt() throws Exception {
    LogWriter app = pipeline.writer("app.log", 1);
    ReceiverProcess receiverProcess = pipeline.receiving("one", ProgramGauges.LISTEN);
    MetricReadings metricReadings = MetricReadings.of(receiverProcess);
    app.lines(500);
    metricReadings.await("host_audit_written_bytes", app.written().length);

    // When
    pipeline
        .broker()
        .ask(
            connection -> {
              connection.keyValueManagement().delete(BUCKET);
              return BUCKET;
            });
    app.lines(500);

    // Then
    receiverProcess.check(ShipperProcess.HOST, app);
    metricReadings.await("host_audit_written_bytes", app.written().length);
  }
}
