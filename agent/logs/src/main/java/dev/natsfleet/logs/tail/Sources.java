package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.Path;

/** Opens files by what their names say. */
final class Sources {

  private Sources() {}

  static boolean isPacked(Path path) {
    return isPacked(path.toString());
  }

  static boolean isPacked(String name) {
    return name.endsWith(".gz") || name.endsWith(".zst");
  }

  static Source open(Path path) throws IOException {
    return isPacked(path) ? new PackedSource(path) : new PlainSource(path);
  }

  /** Reads as much as there is, at most the whole array. */
  static int readFully(Source source, long position, byte[] to) throws IOException {
    int read = 0;
    int more = 1;
    while (read < to.length && more > 0) {
      more = source.read(position + read, to, read, to.length - read);
      read += more;
    }
    return read;
  }
}
