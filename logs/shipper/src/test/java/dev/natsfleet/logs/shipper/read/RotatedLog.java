package dev.natsfleet.logs.shipper.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.GZIPOutputStream;

/**
 * A log of numbered lines and a rotation of it, as logrotate makes it: in small steps, between
 * which others come.
 */
final class RotatedLog {

  static final int LINE = 8;
  private static final int CHUNK = 5 * LINE;

  private final Path file;
  private final boolean copying;
  private final boolean dated;
  private final BitSet gone = new BitSet();
  private RotationStep step = RotationStep.REST;
  private int lines;
  private int firstInFile;
  private int rotations;
  private int rank;
  private long copied;

  private enum RotationStep {
    REST,
    RENAME,
    BEGIN,
    COPY,
    TRUNCATE,
    PACK,
    DELETE
  }

  /** Rotated by copy and truncation or by renaming, to names with dates or with numbers. */
  RotatedLog(Path file, boolean copying, boolean dated) {
    this.file = file;
    this.copying = copying;
    this.dated = dated;
  }

  /** Appends lines, which have their numbers. */
  void write(int count) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("%07d\n".formatted(lines++));
    }
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** One step of a rotation, which may pack at its end; true when it is the last. */
  boolean rotate(boolean pack) throws IOException {
    step =
        switch (step) {
          case REST -> next();
          case RENAME -> rename();
          case BEGIN -> begin(pack);
          case COPY -> copy();
          case TRUNCATE -> truncate(pack);
          case PACK -> pack();
          case DELETE -> delete();
        };
    return step == RotationStep.REST;
  }

  /** Number of lines that were written. */
  int lines() {
    return lines;
  }

  /** Whether a line was written between a copy and the truncation after it. */
  boolean isGone(int line) {
    return gone.get(line);
  }

  private RotationStep next() {
    rank = 1;
    while (Files.exists(rotated(rank, "")) || Files.exists(rotated(rank, ".gz"))) {
      rank++;
    }
    rotations++;
    return dated || rank == 1 ? RotationStep.BEGIN : RotationStep.RENAME;
  }

  private RotationStep rename() throws IOException {
    rank--;
    for (String end : new String[] {"", ".gz"}) {
      if (Files.exists(rotated(rank, end))) {
        Files.move(rotated(rank, end), rotated(rank + 1, end));
      }
    }
    return rank == 1 ? RotationStep.BEGIN : RotationStep.RENAME;
  }

  private RotationStep begin(boolean pack) throws IOException {
    if (copying) {
      copied = 0;
      Files.createFile(newest());
      return RotationStep.COPY;
    }
    if (Files.exists(file)) {
      Files.move(file, newest());
      return pack ? RotationStep.PACK : RotationStep.REST;
    }
    return RotationStep.REST;
  }

  private RotationStep copy() throws IOException {
    byte[] all = Files.readAllBytes(file);
    int to = (int) Math.min(all.length, copied + CHUNK);
    byte[] part = Arrays.copyOfRange(all, (int) copied, to);
    Files.write(newest(), part, StandardOpenOption.APPEND);
    copied = to;
    return part.length == 0 ? RotationStep.TRUNCATE : RotationStep.COPY;
  }

  private RotationStep truncate(boolean pack) throws IOException {
    gone.set(firstInFile + (int) (copied / LINE), lines);
    Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING).close();
    firstInFile = lines;
    return pack ? RotationStep.PACK : RotationStep.REST;
  }

  private RotationStep pack() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      Files.copy(newest(), out);
    }
    Path to = newest().resolveSibling(newest().getFileName() + ".gz");
    Files.write(to, packed.toByteArray());
    Files.setLastModifiedTime(to, Files.getLastModifiedTime(newest()));
    return RotationStep.DELETE;
  }

  private RotationStep delete() throws IOException {
    Files.delete(newest());
    return RotationStep.REST;
  }

  private Path newest() {
    return rotated(1, "");
  }

  private Path rotated(int number, String end) {
    String suffix = dated ? "-%05d".formatted(rotations + 1 - number) : "." + number;
    return file.resolveSibling(file.getFileName() + suffix + end);
  }
}
