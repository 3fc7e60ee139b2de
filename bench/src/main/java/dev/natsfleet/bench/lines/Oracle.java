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

/** Reads what receivers wrote of one file of one host, and counts. */
public final class Oracle {

  private final byte[] start;
  private final BitSet seen = new BitSet();
  private final LongConsumer times;
  private final byte[] line = new byte[LineMaker.SIZE];
  private int length;
  private long highest = -1;
  private long duplicated;
  private long inverted;
  private long damaged;

  /** An oracle for the lines of a host's file, that tells when each of them was written. */
  public Oracle(String host, String file, LongConsumer times) {
    this.start = (host + " " + file + " ").getBytes(StandardCharsets.US_ASCII);
    this.times = times;
  }

  /** Reads whole files, in their order. */
  public static Tally read(List<Path> outputs, String host, String file, long lines)
      throws IOException {
    Oracle oracle = new Oracle(host, file, time -> {});
    byte[] buffer = new byte[1 << 16];
    for (Path output : outputs) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(output))) {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          oracle.take(buffer, count);
        }
      }
    }
    return oracle.tally(lines);
  }

  /** Takes the next bytes of the output. */
  public void take(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        judge();
        length = 0;
      } else if (length++ < line.length) {
        line[length - 1] = bytes[i];
      }
    }
  }

  /** What became of lines 0 to {@code lines}; an unfinished last line is damaged. */
  public Tally tally(long lines) {
    long unfinished = length > 0 ? 1 : 0;
    return new Tally(lines - seen.cardinality(), duplicated, inverted, damaged + unfinished);
  }

  private void judge() {
    if (!isWhole()) {
      damaged++;
      return;
    }
    int counter = (int) Line.decimal(line, start.length, Line.COUNTER_DIGITS);
    times.accept(Line.decimal(line, start.length + Line.COUNTER_DIGITS + 1, Line.TIME_DIGITS));
    if (seen.get(counter)) {
      duplicated++;
    } else if (counter < highest) {
      inverted++;
    }
    seen.set(counter);
    highest = Math.max(highest, counter);
  }

  private boolean isWhole() {
    int hash = LineMaker.SIZE - Line.HASH_DIGITS - 1;
    if (length != LineMaker.SIZE - 1) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (line[i] != start[i]) {
        return false;
      }
    }
    byte[] expected = new byte[Line.HASH_DIGITS];
    Line.hex(expected, 0, Line.HASH_DIGITS, Line.hash(line, 0, hash));
    for (int i = 0; i < Line.HASH_DIGITS; i++) {
      if (line[hash + i] != expected[i]) {
        return false;
      }
    }
    return Line.decimal(line, start.length, Line.COUNTER_DIGITS) >= 0;
  }
}
