package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads a journal up to its last whole block. */
final class JournalReader {

  private static final int INODE = 9;

  private final JournalState state = new JournalState();
  private final CRC32C checksum = new CRC32C();
  private final List<String[]> block = new ArrayList<>();
  private boolean released;
  private boolean torn;
  private int blocks;
  private @Nullable OutputFileState host;
  private @Nullable LogState log;

  /**
   * Reads the file. What follows the last whole block was never committed. Throws IOException when
   * the file is damaged or of an unknown version: without the journal the same lines would be
   * written again.
   */
  JournalReader(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      requireVersion(new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.US_ASCII));
      readLines(bytes);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(
          "%s: %s; put it back from a copy, or delete it: then the partition goes on at the position in the bucket, in new files"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void requireVersion(String start) {
    String line = start.lines().findFirst().orElse("");
    String[] words = line.split(" ", -1);
    boolean untitled = "host".equals(words[0]) || "commit".equals(words[0]); // before versions
    boolean titled = words.length == 2 && JournalWriter.TITLE.equals(words[0]);
    if (titled && !JournalWriter.VERSION.equals(words[1])) {
      throw new IllegalArgumentException(
          "it is of version %s, and this receiver reads version %s: start the one that wrote it"
              .formatted(words[1], JournalWriter.VERSION));
    }
    if (!titled && !untitled) {
      throw new IllegalArgumentException("it does not begin as a journal does");
    }
  }

  private void readLines(byte[] bytes) {
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        readLine(new String(bytes, start, at - start, StandardCharsets.US_ASCII));
        start = at + 1;
      }
    }
    if (blocks == 0) {
      throw new IllegalArgumentException("its first block is damaged");
    }
  }

  JournalState state() {
    return state;
  }

  /** Whether the last owner released the partition. */
  boolean isReleased() {
    return released;
  }

  private void readLine(String line) {
    String[] words = line.split(" ", -1);
    if (!"commit".equals(words[0]) && !"release".equals(words[0])) {
      checksum.update((line + "\n").getBytes(StandardCharsets.US_ASCII));
      block.add(words);
      return;
    }
    int last = line.lastIndexOf(' ');
    checksum.update(line.substring(0, last).getBytes(StandardCharsets.US_ASCII));
    boolean whole = Long.toString(checksum.getValue()).equals(line.substring(last + 1));
    if (whole) {
      readBlock(words);
    }
    torn |= !whole;
    block.clear();
    checksum.reset();
  }

  /** Takes over a whole block. Nothing is ever written behind a torn one, except by damage. */
  private void readBlock(String[] words) {
    if (torn) {
      throw new IllegalArgumentException("a block in the middle is damaged");
    }
    block.forEach(this::readWords);
    state.position(new StreamPosition(Long.parseLong(words[1]), Long.parseLong(words[2])));
    released = "release".equals(words[0]);
    blocks++;
  }

  private void readWords(String[] words) {
    switch (words[0]) {
      case JournalWriter.TITLE -> host = null;
      case "host" -> host = host(words);
      case "log" -> log = log(words);
      default -> end(words);
    }
  }

  private OutputFileState host(String[] words) {
    String key = words[1].substring(1);
    if (JournalWriter.HOLE.equals(key)) {
      state.hole(new StreamPosition(Long.parseLong(words[5]), Long.parseLong(words[6])));
      return new OutputFileState(key);
    }
    OutputFileState file = state.host(key);
    file.begin(path(words[2]), Long.parseLong(words[3]));
    file.length(Long.parseLong(words[4]));
    file.foreignPosition(new StreamPosition(Long.parseLong(words[5]), Long.parseLong(words[6])));
    file.markOpenLine(Long.parseLong(words[7]), Long.parseLong(words[8]));
    file.inode(words.length > INODE ? Long.parseLong(words[INODE]) : 0); // earlier ones lack it
    return file;
  }

  private LogState log(String[] words) {
    if (host == null) {
      throw new IllegalArgumentException("a log without a host");
    }
    LogState read = host.log(Long.parseLong(words[1]));
    read.lastSeen(Long.parseLong(words[2]));
    Path aside = path(words[3]);
    read.partialLine(aside == null ? null : new PartialLineFile(aside, Long.parseLong(words[4])));
    return read;
  }

  private void end(String[] words) {
    if (log == null) {
      throw new IllegalArgumentException("an end without a log");
    }
    log.chain().restore(Long.parseLong(words[1]), Long.parseLong(words[2]));
  }

  private static @Nullable Path path(String word) {
    return "-".equals(word) ? null : Path.of(URLDecoder.decode(word, StandardCharsets.UTF_8));
  }
}
