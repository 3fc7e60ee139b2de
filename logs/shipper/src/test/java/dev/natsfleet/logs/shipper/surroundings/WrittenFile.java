package dev.natsfleet.logs.shipper.surroundings;

import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file, whatever its names are. It is held open, so that no other file gets its inode and what
 * happens depends on the steps alone.
 */
final class WrittenFile {

  private final FileChannel channel;
  private final long inode;
  private final List<WrittenLine> lines = new ArrayList<>();
  private final List<WrittenLine> every = new ArrayList<>();
  private final Set<String> logs = new LinkedHashSet<>();
  private final List<WrittenFile> copies = new ArrayList<>();
  private final Map<WrittenLine, Long> offsets = new HashMap<>();
  private String rest = "";
  private boolean lost;
  private boolean copied;
  private boolean renamed;
  private boolean cut;
  private long end;

  WrittenFile(FileChannel channel, long inode) {
    this.channel = channel;
    this.inode = inode;
  }

  FileChannel channel() {
    return channel;
  }

  long inode() {
    return inode;
  }

  /** The lines that are in it now. */
  List<WrittenLine> lines() {
    return lines;
  }

  /** The lines that were ever in it. */
  List<WrittenLine> everyLine() {
    return every;
  }

  /** It has the lines of another file, too. */
  void takeFrom(WrittenFile other) {
    add(other.lines);
    offsets.putAll(other.offsets);
    rest = other.rest;
    copied = other.copied;
    logs.addAll(other.logs);
    lost = other.lost;
  }

  /** There is a copy of it now. */
  void copiedTo(WrittenFile copy) {
    copied = true;
    copies.add(copy);
  }

  /** The copies that were made of it. */
  List<WrittenFile> copies() {
    return copies;
  }

  /** Its lines are cut off; of those that nobody has seen nobody can know. */
  void cutOff(boolean seen) {
    if (!seen) {
      every.removeAll(lines);
    }
    lines.clear();
    rest = "";
    cut = true;
    copied = false;
  }

  /** Whether it was emptied. */
  boolean isCut() {
    return cut;
  }

  /** What is still to be written of its last line; it is written by whoever gets it. */
  String takeRest() {
    String taken = rest;
    rest = "";
    return taken;
  }

  void rest(String text) {
    rest = text;
  }

  /** Where a line of it begins. */
  void offset(WrittenLine line, long offset) {
    offsets.put(line, offset);
  }

  long offset(WrittenLine line) {
    return offsets.getOrDefault(line, 0L);
  }

  /** Another line stands in the place of one, of which nobody knows unless it was read. */
  void replace(WrittenLine line, WrittenLine other, boolean read) {
    offset(other, offset(line));
    lines.set(lines.indexOf(line), other);
    if (!read) {
      every.remove(line);
    }
    every.add(other);
  }

  void markRenamed() {
    renamed = true;
  }

  boolean isRenamed() {
    return renamed;
  }

  /** Its reserved space, which is read once it is renamed, was overwritten after that. */
  void markOverwritten() {
    copied = true;
  }

  /** Whether there are copies of it, and it was not cut off. */
  boolean isCopied() {
    return copied;
  }

  void add(List<WrittenLine> added) {
    lines.addAll(added);
    every.addAll(added);
  }

  /** The logs whose name it has had. */
  Set<String> logs() {
    return logs;
  }

  /** Offset behind its last line; reserved space may follow. */
  long end() {
    return end;
  }

  void end(long offset) {
    end = offset;
  }

  /** Whether nobody can be expected to look where it is now. */
  boolean isOutOfReach() {
    return lost;
  }

  void markOutOfReach() {
    lost = true;
  }
}
