package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer keeps a document closed: each record is written over the trailer of the last one. */
class OverwrittenFileTest {

  private static final String RECORD = "<record at=\"2026-11-30T02:50:14.%03d\"/>\n";
  private static final int FIRST = 3;
  private static final String TRAILER = "</log>\n";

  @TempDir Path directory;
  private Path file;
  private CatalogFixture log;
  private int records;

  @BeforeEach
  void start() throws Exception {
    file = directory.resolve("app.log");
    Files.writeString(file, "<log>\n" + TRAILER);
    log = new CatalogFixture(file);
    for (int i = 0; i < FIRST; i++) {
      writeRecord();
    }
    log.read();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldNotRepeatWhatWasSentWhenTheTrailerIsOverwritten() throws Exception {
    for (int i = FIRST; i < 12; i++) {
      writeRecord();
      if (i % 3 == 0) {
        log.rest();
      }

      assertThat(log.read()).isEqualTo(record(i).substring(TRAILER.length()) + TRAILER);
    }
    assertThat(log.log().counters().losses()).isZero();
    assertThat(log.log().generations()).hasSize(1);
  }

  @Test
  void shouldGoOnWhenTheTrailerIsOverwrittenByOneOfTheSameLength() throws Exception {
    overwrite("<end/>\n", TRAILER.length());
    assertThat(log.read()).isEmpty();
    log.append("more");

    assertThat(log.read()).isEqualTo("more\n");
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldReadAllWhenTheFileWasWrittenAnew() throws Exception {
    Files.writeString(
        file, "<log>\n" + RECORD.formatted(500).repeat(FIRST) + RECORD.formatted(501));

    assertThat(log.read() + log.read()).startsWith("<log>\n").contains("500", "501");
    assertThat(log.log().counters().unknownLosses()).isOne();
  }

  @Test
  void shouldReadAllWhenMoreThanATrailerIsOverwritten() throws Exception {
    overwrite(RECORD.formatted(500) + RECORD.formatted(501), RECORD.length());

    assertThat(log.read() + log.read()).startsWith("<log>\n");
    assertThat(log.log().counters().unknownLosses()).isOne();
  }

  private void writeRecord() throws IOException {
    overwrite(record(records++) + TRAILER, TRAILER.length());
  }

  private static String record(int number) {
    return RECORD.formatted(number);
  }

  private void overwrite(String text, int back) throws IOException {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.position(channel.size() - back);
      channel.write(StandardCharsets.US_ASCII.encode(text));
    }
  }
}
