package dev.natsfleet.logs.shipper.checkpoint;

import dev.natsfleet.logs.shipper.identity.Anchor;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import dev.natsfleet.logs.shipper.read.ReadPosition;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Parses the words of a checkpoint line in their order, and renders them. */
final class LineParser {

  private final Iterator<String> words;

  LineParser(String line) {
    words = List.of(line.split(" ", -1)).iterator();
  }

  String word() {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("it is damaged: a line is cut off");
    }
    return words.next();
  }

  long number() {
    return Long.parseLong(word());
  }

  int count() {
    return Math.toIntExact(number());
  }

  boolean readFlag() {
    return number() != 0;
  }

  Path path() {
    return PathBytes.parse(word());
  }

  FileKey key() {
    return new FileKey(number(), number(), number(), readFlag());
  }

  Fingerprint fingerprint() {
    return new Fingerprint(count(), number());
  }

  ReadPosition position() {
    return new ReadPosition(number(), new Anchor(number(), count(), number()), readFlag());
  }

  static String text(Path path) {
    return PathBytes.render(path);
  }

  static void put(StringBuilder line, FileKey key) {
    put(line, key.device());
    put(line, key.inode());
    put(line, key.birth());
    put(line, key.certain() ? 1 : 0);
  }

  static void put(StringBuilder line, Fingerprint fingerprint) {
    put(line, fingerprint.length());
    put(line, fingerprint.hash());
  }

  static void put(StringBuilder line, ReadPosition position) {
    put(line, position.offset());
    put(line, position.anchor().end());
    put(line, position.anchor().length());
    put(line, position.anchor().hash());
    put(line, position.cut() ? 1 : 0);
  }

  static void put(StringBuilder line, long number) {
    line.append(' ').append(number);
  }
}
