package dev.natsfleet.logs.shipper.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A writer, a rotation and a reader of one log, of which one at a time makes one step. */
final class InterleavedRun {

  private static final int REST = 20;

  private final RotatedLog log;
  private final CatalogFixture reader;
  private final Random random;
  private final int restless;
  private final int busy;
  private final int slow;
  private final StringBuilder story = new StringBuilder();

  InterleavedRun(RotatedLog log, CatalogFixture reader, Random random) throws Exception {
    this.log = log;
    this.reader = reader;
    this.random = random;
    this.restless = 1 + random.nextInt(12);
    this.busy = 1 + random.nextInt(12);
    this.slow = 1 + random.nextInt(12);
    log.write(1);
    reader.look();
  }

  void make(int steps) throws Exception {
    for (int i = 0; i < steps; i++) {
      int which = random.nextInt(restless + busy + slow);
      if (which < restless) {
        write();
      } else if (which < restless + busy) {
        story.append(log.rotate(random.nextBoolean()) ? " rotated" : ".");
      } else {
        read();
      }
    }
  }

  /** The rotation ends, a last line is written, and all is read. */
  void end() throws Exception {
    boolean rotated = log.rotate(false);
    while (!rotated) {
      rotated = log.rotate(false);
    }
    write();
    for (int rest = 0; rest < REST; rest++) {
      reader.look();
      rest = reader.more(true) ? 0 : rest;
    }
  }

  /** What is wrong with the lines that were read. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    int expected = 0;
    int offset = 0;
    for (int line : reader.text().lines().mapToInt(Integer::parseInt).toArray()) {
      if (line < expected) {
        faults.add("%d comes after %d".formatted(line, expected - 1));
      } else if (line > expected && !reader.gaps().contains(offset)) {
        faults.add("no loss was declared between %d and %d".formatted(expected - 1, line));
      }
      missing(expected, line, faults);
      expected = line + 1;
      offset += RotatedLog.LINE;
    }
    missing(expected, log.lines(), faults);
    return faults;
  }

  @Override
  public String toString() {
    return story + "\n" + reader.text().replace('\n', ' ');
  }

  private void missing(int from, int to, List<String> faults) {
    for (int line = from; line < to; line++) {
      if (!log.isGone(line)) {
        faults.add(line + " is missing");
      }
    }
  }

  private void write() throws Exception {
    log.write(1 + random.nextInt(4));
    story.append(" w").append(log.lines() - 1);
  }

  private void read() throws Exception {
    if (random.nextInt(40) == 0) {
      reader.restart(one -> one);
      story.append(" restart");
    }
    if (random.nextBoolean()) {
      reader.look();
      story.append(" look");
    } else {
      reader.more(random.nextBoolean());
      story.append(" read");
    }
  }
}
