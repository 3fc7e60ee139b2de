package dev.natsfleet.logs.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenario 11: lines larger than the heaps of 32 and 40 MiB, and one that does not end. */
class HugeLineTest {

  private static final int MIB = 1 << 20;
  private static final int ENDLESS = Strength.of("endless", 48, 300);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"SHIPPER_MODE=line, 100", "SHIPPER_MODE=bundle, 50"})
  void shouldPutALineTogetherThatIsLargerThanTheHeap(String mode, int size) throws Exception {
    try (Journey journey = new Journey(directory, mode)) {
      LogWriter app = journey.writer("app.log");
      LogWriter other = journey.writer("other.log");
      app.bytes(line("app.log ", 10));
      app.bytes(line("app.log ", size));
      other.lines(1_000);
      journey.check(app, other);

      // When a line does not end, and is larger than the heap, too
      for (int i = 0; i < ENDLESS; i += 4) {
        app.bytes(part(i == 0 ? "app.log " : "", 4 * MIB));
        other.lines(100);
        awaitLine(journey, other.lastLine());
      }
      app.bytes(new byte[] {'\n'});

      // Then its end completes it, and the neighbour has not waited for that
      journey.check(app, other);
      Gauges.assertFlat(journey.pipeline().shipper(), journey.receiving().process());
      Strength.held("11, %s: a line of %d MiB and an endless one".formatted(mode, size));
    }
  }

  private static void awaitLine(Journey journey, String line) throws Exception {
    Await.until(
        Duration.ofSeconds(10),
        () -> journey.receiving().contains(Journey.HOST, line),
        () -> "the neighbour's line waits: " + line);
  }

  private static byte[] line(String start, int size) {
    byte[] line = part(start, size * MIB);
    line[line.length - 1] = '\n';
    return line;
  }

  private static byte[] part(String start, int size) {
    byte[] part = new byte[size];
    Arrays.fill(part, (byte) 'x');
    for (int i = 0; i < start.length(); i++) {
      part[i] = (byte) start.charAt(i);
    }
    return part;
  }
}
