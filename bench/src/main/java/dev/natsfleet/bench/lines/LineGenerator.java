package dev.natsfleet.bench.lines;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Generates the lines of one file of one host, numbered from 0. */
public final class LineGenerator {

  /** Length of a line in bytes, including the newline. */
  public static final int SIZE = 200;

  private static final int LINES_A_WRITE = 512;

  private final byte[] line;
  private final int fixed;
  private final SplittableRandom random;
  private long counter;

  /** Lines of {@link #SIZE} bytes. */
  public LineGenerator(String host, String file, long seed) {
    byte[] start = (host + " " + file + " ").getBytes(StandardCharsets.US_ASCII);
    this.line = new byte[SIZE];
    this.fixed = start.length;
    this.random = new SplittableRandom(seed);
    System.arraycopy(start, 0, line, 0, fixed);
  }

  /** Writes the next line into a buffer and returns the position after it. */
  public int next(byte[] into, int at) {
    int end = BenchLine.decimal(line, fixed, BenchLine.COUNTER_DIGITS, counter++);
    line[end++] = ' ';
    end = BenchLine.decimal(line, end, BenchLine.TIME_DIGITS, System.nanoTime());
    line[end++] = ' ';
    int hash = SIZE - BenchLine.HASH_DIGITS - 1;
    while (end < hash - 1) {
      end = BenchLine.hex(line, end, Math.min(16, hash - 1 - end), random.nextLong());
    }
    line[hash - 1] = ' ';
    BenchLine.hex(line, hash, BenchLine.HASH_DIGITS, BenchLine.hash(line, 0, hash));
    line[SIZE - 1] = '\n';
    System.arraycopy(line, 0, into, at, SIZE);
    return at + SIZE;
  }

  /** Writes a new file with this many lines. */
  public static void write(Path file, String host, long lines) throws IOException {
    LineGenerator maker = new LineGenerator(host, file.getFileName().toString(), lines);
    byte[] buffer = new byte[LINES_A_WRITE * SIZE];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = lines; left > 0; left -= LINES_A_WRITE) {
        int length = 0;
        for (long i = 0; i < Math.min(left, LINES_A_WRITE); i++) {
          length = maker.next(buffer, length);
        }
        out.write(buffer, 0, length);
      }
    }
  }
}
