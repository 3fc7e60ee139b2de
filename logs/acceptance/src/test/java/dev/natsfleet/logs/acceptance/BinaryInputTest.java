package dev.natsfleet.logs.acceptance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 12: bytes that are no text. Host names that are none: {@code ShipperSettingsTest}. */
@Tag("server")
class BinaryInputTest {

  private static final String LONG_NAME = "Web1.EXAMPLE.net-" + "x".repeat(183);

  @TempDir Path directory;

  @Test
  void shouldBringEveryByteAsItIsFromAHostWithALongName() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory, "HOSTNAME=" + LONG_NAME)) {
      LogWriter app = pipelineRun.writer("app.log");
      Files.createFile(pipelineRun.pipeline().logs().resolve("empty.log"));

      for (int value = 0; value < 256; value++) {
        app.bytes(new byte[] {(byte) value});
      }
      app.bytes("\n\n\n\r\n\r\rlone\r\0\0\n".getBytes(StandardCharsets.US_ASCII));
      app.bytes(new byte[] {(byte) 0xc3, '\n', (byte) 0xff, (byte) 0xfe, '\n'});
      byte[] garbage = new byte[1 << 20];
      app.random().nextBytes(garbage);
      app.bytes(garbage);
      app.bytes("no end".getBytes(StandardCharsets.US_ASCII));

      pipelineRun.receiving().check(LONG_NAME, app);
    }
  }
}
