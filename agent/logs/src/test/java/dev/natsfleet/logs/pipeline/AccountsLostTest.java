package dev.natsfleet.logs.pipeline;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket of accounts goes away while both programs run, and no connection is lost. */
class AccountsLostTest {

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
    Receiving receiving = pipeline.receiving("one", Gauges.LISTEN);
    Figures figures = Figures.of(receiving);
    app.lines(500);
    figures.await("host_account_written_bytes", app.written().length);

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
    receiving.check(Shipping.HOST, app);
    figures.await("host_account_written_bytes", app.written().length);
  }
}
