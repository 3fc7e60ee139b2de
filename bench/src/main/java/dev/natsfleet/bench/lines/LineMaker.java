package dev.natsfleet.bench.lines;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Makes the lines of one file of one host, counted from 0. */
public final class LineMaker {

  /** Bytes of a line, newline included, that every benchmark uses. */
  public static final int SIZE = 200;

  private static final int LINES_A_WRITE = 512;

  private final byte[] line;
  private final int fixed;
  private final SplittableRandom random;
  private long counter;

  /** Lines of {@link #SIZE} bytes. */
  public LineMaker(String host, String file, long seed) {
    byte[] start = (host + " " + file + " ").getBytes(StandardCharsets.US_ASCII);
    this.line = new byte[SIZE];
    this.fixed = start.length;
    this.random = new SplittableRandom(seed);
    System.arraycopy(start, 0, line, 0, fixed);
  }

  /** Puts the next line into a buffer; gives the place behind it. */
  public int next(byte[] into, int at) {
    int end = Line.decimal(line, fixed, Line.COUNTER_DIGITS, counter++);
    line[end++] = ' ';
    end = Line.decimal(line, end, Line.TIME_DIGITS, System.nanoTime());
    line[end++] = ' ';
    int hash = SIZE - Line.HASH_DIGITS - 1;
    while (end < hash - 1) {
      end = Line.hex(line, end, Math.min(16, hash - 1 - end), random.nextLong());
    }
    line[hash - 1] = ' ';
    Line.hex(line, hash, Line.HASH_DIGITS, Line.hash(line, 0, hash));
    line[SIZE - 1] = '\n';
    System.arraycopy(line, 0, into, at, SIZE);
    return at + SIZE;
  }

  /** Writes a new file of so many lines. */
  public static void write(Path file, String host, long lines) throws IOException {
    LineMaker maker = new LineMaker(host, file.getFileName().toString(), lines);
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
