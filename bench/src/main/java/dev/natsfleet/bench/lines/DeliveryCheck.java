package dev.natsfleet.bench.lines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Reads what receivers wrote for one file of one host and counts lost, duplicated, reordered and
 * damaged lines.
 */
public final class DeliveryCheck {

  private final byte[] start;
  private final BitSet seen = new BitSet();
  private final LongConsumer times;
  private final byte[] line = new byte[LineGenerator.SIZE];
  private int length;
  private long highest = -1;
  private long duplicated;
  private long reordered;
  private long damaged;

  /**
   * A check of one file of one host.
   *
   * @param times is called with each line's time of writing
   */
  public DeliveryCheck(String host, String file, LongConsumer times) {
    this.start = (host + " " + file + " ").getBytes(StandardCharsets.US_ASCII);
    this.times = times;
  }

  /** Checks whole files in the given order. */
  public static DeliveryCounts read(List<Path> outputs, String host, String file, long lines)
      throws IOException {
    DeliveryCheck check = new DeliveryCheck(host, file, time -> {});
    byte[] buffer = new byte[1 << 16];
    for (Path output : outputs) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(output))) {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          check.add(buffer, count);
        }
      }
    }
    return check.counts(lines);
  }

  /** Checks the next bytes of the output. */
  public void add(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        checkLine();
        length = 0;
      } else if (length++ < line.length) {
        line[length - 1] = bytes[i];
      }
    }
  }

  /**
   * The counts for lines 0 to {@code lines}, exclusive. An unfinished last line counts as damaged,
   * and so does a whole line that was not among those: it makes up for none that is lost.
   */
  public DeliveryCounts counts(long lines) {
    long unfinished = length > 0 ? 1 : 0;
    int arrived = seen.get(0, Math.toIntExact(lines)).cardinality();
    int extra = seen.cardinality() - arrived;
    return new DeliveryCounts(lines - arrived, duplicated, reordered, damaged + unfinished + extra);
  }

  private void checkLine() {
    if (!isWhole()) {
      damaged++;
      return;
    }
    int counter = (int) BenchLine.decimal(line, start.length, BenchLine.COUNTER_DIGITS);
    times.accept(
        BenchLine.decimal(
            line, start.length + BenchLine.COUNTER_DIGITS + 1, BenchLine.TIME_DIGITS));
    if (seen.get(counter)) {
      duplicated++;
    } else if (counter < highest) {
      reordered++;
    }
    seen.set(counter);
    highest = Math.max(highest, counter);
  }

  private boolean isWhole() {
    int hash = LineGenerator.SIZE - BenchLine.HASH_DIGITS - 1;
    if (length != LineGenerator.SIZE - 1) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (line[i] != start[i]) {
        return false;
      }
    }
    byte[] expected = new byte[BenchLine.HASH_DIGITS];
    BenchLine.hex(expected, 0, BenchLine.HASH_DIGITS, BenchLine.hash(line, 0, hash));
    for (int i = 0; i < BenchLine.HASH_DIGITS; i++) {
      if (line[hash + i] != expected[i]) {
        return false;
      }
    }
    return BenchLine.decimal(line, start.length, BenchLine.COUNTER_DIGITS) >= 0;
  }
}
