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

class DeliveryCheckTest {

  private static final int LINES = 1_000;

  @TempDir Path directory;
  private Path output;
  private byte[] bytes;

  @BeforeEach
  void writeLines() throws IOException {
    output = directory.resolve("app.log");
    LineGenerator.write(output, "web1", LINES);
    bytes = Files.readAllBytes(output);
  }

  @Test
  void shouldFindNothingWrongWithWhatWasWritten() throws IOException {
    assertThat(bytes).hasSize(LINES * LineGenerator.SIZE);
    assertThat(judge(bytes)).isEqualTo(new DeliveryCounts(0, 0, 0, 0));
  }

  @Test
  void shouldCountLinesThatAreMissing() throws IOException {
    assertThat(judge(lines(10, LINES))).isEqualTo(new DeliveryCounts(10, 0, 0, 0));
  }

  @Test
  void shouldCountLinesThatCameTwice() throws IOException {
    byte[] twice = Arrays.copyOf(bytes, bytes.length + 3 * LineGenerator.SIZE);
    System.arraycopy(bytes, 0, twice, bytes.length, 3 * LineGenerator.SIZE);
    assertThat(judge(twice)).isEqualTo(new DeliveryCounts(0, 3, 0, 0));
  }

  @Test
  void shouldCountLinesThatCameTooLate() throws IOException {
    Path second = directory.resolve("second");
    Files.write(output, lines(2, LINES));
    Files.write(second, lines(0, 2));
    assertThat(DeliveryCheck.read(List.of(output, second), "web1", "app.log", LINES))
        .isEqualTo(new DeliveryCounts(0, 0, 2, 0));
  }

  @Test
  void shouldCountALineWhoseBytesChanged() throws IOException {
    bytes[5 * LineGenerator.SIZE + 60] ^= 1;
    assertThat(judge(bytes)).isEqualTo(new DeliveryCounts(1, 0, 0, 1));
  }

  @Test
  void shouldCountAnUnfinishedLine() throws IOException {
    assertThat(judge(Arrays.copyOf(bytes, bytes.length - 1)))
        .isEqualTo(new DeliveryCounts(1, 0, 0, 1));
  }

  @Test
  void shouldNotHideALostLineBehindOneThatNobodyAskedFor() throws IOException {
    // Given: the first line is missing, and the last is one more than was asked for
    Files.write(output, lines(1, LINES));

    // When
    DeliveryCounts counts = DeliveryCheck.read(List.of(output), "web1", "app.log", LINES - 1);

    // Then
    assertThat(counts).isEqualTo(new DeliveryCounts(1, 0, 0, 1));
  }

  private byte[] lines(int from, int to) {
    return Arrays.copyOfRange(bytes, from * LineGenerator.SIZE, to * LineGenerator.SIZE);
  }

  private DeliveryCounts judge(byte[] content) throws IOException {
    Files.write(output, content);
    return DeliveryCheck.read(List.of(output), "web1", "app.log", LINES);
  }
}
