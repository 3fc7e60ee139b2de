package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.identity.PackedFormat;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a log and its id, and where the file of this name really is; one object for all
 * generations of the log.
 */
public final class LogName {

  private static final char NO_TEXT = '\uFFFD';

  private final long id;
  private final Object name;
  private @Nullable Path target;

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

  /** Where its file really is: behind a link, or the same as {@link #path}. */
  public Path file() {
    Path real = target;
    return real == null ? path() : real;
  }

  /** Whether a link leads from its path to its file. */
  boolean isLinked() {
    return target != null;
  }

  /** Sets where the link leads; null without one. */
  void setTarget(@Nullable Path real) {
    target = real;
  }

  /** Whether this path is the log's. */
  boolean isAt(Path other) {
    return name.equals(key(other)) || other.equals(target);
  }

  /** Whether a path is in the directory of the log, or of its file. */
  boolean isBeside(Path other) {
    Path parent = other.getParent();
    return Objects.equals(parent, path().getParent()) || Objects.equals(parent, file().getParent());
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
