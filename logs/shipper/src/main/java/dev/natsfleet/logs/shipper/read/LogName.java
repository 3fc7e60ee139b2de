package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.identity.PackedFormat;
import java.nio.file.Path;

/** The name of a log and its id; one object for all generations of the log. */
public final class LogName {

  private static final char NO_TEXT = '\uFFFD';

  private final long id;
  private final Object name;

  LogName(long id, Path path) {
    this.id = id;
    this.name = key(path);
  }

  /** What stands for a path in tables: its text, or itself when its bytes are no text. */
  static Object key(Path path) {
    String text = path.toString();
    return text.indexOf(NO_TEXT) < 0 ? text : path;
  }

  /** The same for this name. */
  Object key() {
    return name;
  }

  /** The id of the log in records; never used again for another log. */
  public long id() {
    return id;
  }

  /** The path as it was found. */
  public Path path() {
    return name instanceof Path path ? path : Path.of(name.toString());
  }

  /** Whether this path is the log's. */
  boolean isAt(Path other) {
    return name.equals(key(other));
  }

  /** Whether a file of this name is packed. */
  boolean isPacked() {
    return PackedFormat.isPacked(name.toString());
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
