package dev.natsfleet.logs.checkpoint;

import dev.natsfleet.logs.tail.Anchor;
import dev.natsfleet.logs.tail.FileKey;
import dev.natsfleet.logs.tail.Fingerprint;
import dev.natsfleet.logs.tail.Generation;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The words of a line of the checkpoint, one after the other. */
final class Fields {

  private final Iterator<String> words;

  Fields(String line) {
    words = List.of(line.split(" ", -1)).iterator();
  }

  String word() {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("a line is cut off");
    }
    return words.next();
  }

  long number() {
    return Long.parseLong(word());
  }

  int count() {
    return Math.toIntExact(number());
  }

  boolean flag() {
    return number() != 0;
  }

  Path path() {
    return Path.of(URLDecoder.decode(word(), StandardCharsets.UTF_8));
  }

  FileKey key() {
    return new FileKey(number(), number(), number(), flag());
  }

  Fingerprint fingerprint() {
    return new Fingerprint(count(), number());
  }

  Generation.Place place() {
    return new Generation.Place(number(), new Anchor(number(), count(), number()), flag());
  }

  static String text(Path path) {
    return URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
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

  static void put(StringBuilder line, Generation.Place place) {
    put(line, place.offset());
    put(line, place.anchor().end());
    put(line, place.anchor().length());
    put(line, place.anchor().hash());
    put(line, place.cut() ? 1 : 0);
  }

  static void put(StringBuilder line, long number) {
    line.append(' ').append(number);
  }
}
