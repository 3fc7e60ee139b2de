package dev.natsfleet.logs.acceptance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Writes lines of a kilobyte at a rate. It remembers none of them, and knows each by its number.
 */
final class LineFlood {

  private static final int LINE = 1024;
  private static final int PIECE = 1024;
  private static final int NOISE = 1 << 16;

  private final byte[] noise = new byte[NOISE + LINE];
  private final Path file;
  private final long perSecond;
  private final long began = System.nanoTime();
  private long lines;

  /** So many lines a second into a log. */
  LineFlood(Path file, long perSecond) {
    this.file = file;
    this.perSecond = perSecond;
    Random random = new Random(1);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (' ' + 1 + random.nextInt(94));
    }
  }

  /** Writes a mebibyte, when it is time to. */
  void write() throws IOException {
    byte[] piece = new byte[PIECE * LINE];
    for (int i = 0; i < PIECE; i++) {
      line(lines + i, piece, i * LINE);
    }
    LockSupport.parkNanos(began + lines * 1_000_000_000L / perSecond - System.nanoTime());
    Files.write(file, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    lines += PIECE;
  }

  Path file() {
    return file;
  }

  long bytes() {
    return lines * LINE;
  }

  /** The files of a directory hold every line, once and in order, and nothing else. */
  void check(Path directory) throws IOException {
    long number = 0;
    for (Path output : sorted(directory)) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(output), 1 << 20)) {
        number = check(in, number);
      }
    }
    if (number != lines) {
      throw new AssertionError("%d lines of %d".formatted(number, lines));
    }
  }

  private long check(InputStream in, long from) throws IOException {
    byte[] expected = new byte[LINE];
    long number = from;
    for (byte[] found = in.readNBytes(LINE); found.length > 0; found = in.readNBytes(LINE)) {
      line(number, expected, 0);
      if (!Arrays.equals(found, expected)) {
        throw new AssertionError("in place of line " + number + ": " + text(found));
      }
      number++;
    }
    return number;
  }

  private static List<Path> sorted(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  private void line(long number, byte[] to, int at) {
    byte[] start = "%012d ".formatted(number).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(noise, (int) (number * 7919 % NOISE), to, at, LINE);
    System.arraycopy(start, 0, to, at, start.length);
    to[at + LINE - 1] = '\n';
  }
}
