package dev.natsfleet.bench.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an oracle says of outputs that are as they should be, and of others. */
class OracleTest {

  private static final int LINES = 1_000;

  @TempDir Path directory;
  private Path output;
  private byte[] bytes;

  @BeforeEach
  void writeLines() throws IOException {
    output = directory.resolve("app.log");
    LineMaker.write(output, "web1", LINES);
    bytes = Files.readAllBytes(output);
  }

  @Test
  void shouldFindNothingWrongWithWhatWasWritten() throws IOException {
    assertThat(bytes).hasSize(LINES * LineMaker.SIZE);
    assertThat(judge(bytes)).isEqualTo(new Tally(0, 0, 0, 0));
  }

  @Test
  void shouldCountLinesThatAreMissing() throws IOException {
    assertThat(judge(lines(10, LINES))).isEqualTo(new Tally(10, 0, 0, 0));
  }

  @Test
  void shouldCountLinesThatCameTwice() throws IOException {
    byte[] twice = Arrays.copyOf(bytes, bytes.length + 3 * LineMaker.SIZE);
    System.arraycopy(bytes, 0, twice, bytes.length, 3 * LineMaker.SIZE);
    assertThat(judge(twice)).isEqualTo(new Tally(0, 3, 0, 0));
  }

  @Test
  void shouldCountLinesThatCameTooLate() throws IOException {
    Path second = directory.resolve("second");
    Files.write(output, lines(2, LINES));
    Files.write(second, lines(0, 2));
    assertThat(Oracle.read(List.of(output, second), "web1", "app.log", LINES))
        .isEqualTo(new Tally(0, 0, 2, 0));
  }

  @Test
  void shouldCountALineWhoseBytesChanged() throws IOException {
    bytes[5 * LineMaker.SIZE + 60] ^= 1;
    assertThat(judge(bytes)).isEqualTo(new Tally(1, 0, 0, 1));
  }

  @Test
  void shouldCountAnUnfinishedLine() throws IOException {
    assertThat(judge(Arrays.copyOf(bytes, bytes.length - 1))).isEqualTo(new Tally(1, 0, 0, 1));
  }

  private byte[] lines(int from, int to) {
    return Arrays.copyOfRange(bytes, from * LineMaker.SIZE, to * LineMaker.SIZE);
  }

  private Tally judge(byte[] content) throws IOException {
    Files.write(output, content);
    return Oracle.read(List.of(output), "web1", "app.log", LINES);
  }
}
