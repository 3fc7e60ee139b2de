package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody starts a shipper for the first time, and no server is there yet. */
@Tag("server")
class FirstLinesTest {

  private static final String NO_SERVER = "nats://127.0.0.1:1";

  @TempDir Path directory;

  @Test
  void shouldSayThatNothingMatchesAndWhereTheStatusIs() throws Exception {
    String said = firstLines("no file matches yet");

    assertThat(said)
        .contains("patterns=\"[" + directory.resolve("logs") + "/*.log]\"", "files=\"0\"")
        .contains("natsfleet-shipper status", directory.resolve("state/shipper.sock").toString());
  }

  @Test
  void shouldSayHowManyFilesItFollows() throws Exception {
    Files.createDirectories(directory.resolve("logs"));
    Files.writeString(directory.resolve("logs/app.log"), "a line\n");
    Files.writeString(directory.resolve("logs/other.log"), "a line\n");

    assertThat(firstLines("following files")).contains("files=\"2\"").doesNotContain("no file");
  }

  private String firstLines(String words) throws Exception {
    ShipperProcess shipper = new ShipperProcess(NO_SERVER, directory);
    try {
      Await.until(
          Pipeline.PATIENCE,
          () -> shipper.program().said().contains(words),
          () -> "no such line: " + shipper.program().said());
      Await.until(
          Pipeline.PATIENCE,
          () -> shipper.program().said().contains("through the socket"),
          () -> "no such line: " + shipper.program().said());
      return shipper.program().said();
    } finally {
      shipper.close();
    }
  }
}
