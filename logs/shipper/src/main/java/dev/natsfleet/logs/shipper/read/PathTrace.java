package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.FileProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the kernel has told of a path since somebody made something there. */
final class PathTrace {

  private final Path path;
  private final long since;
  private boolean made;
  private boolean over;
  private boolean filled;
  private boolean written;
  private boolean gone;
  private @Nullable PathTrace successor;
  private int looks;

  PathTrace(Path path, long since) {
    this.path = path;
    this.since = since;
  }

  Path path() {
    return path;
  }

  Path directory() {
    return Objects.requireNonNull(path.getParent(), "a file has a directory");
  }

  /**
   * Something was made under the name, or renamed to it.
   *
   * @param over whether something else had the name until then
   * @param before what went from the directory just before: it may be this under another name
   */
  void make(boolean over, @Nullable PathTrace before) {
    made = true;
    this.over = over;
    if (before != null) {
      before.successor = this;
      filled = before.hasBytes();
    }
  }

  void write() {
    written = true;
  }

  void go() {
    gone = true;
  }

  boolean isMade() {
    return made;
  }

  boolean isGone() {
    return gone;
  }

  /** Whether its file was written under this name, or under the one that it had before. */
  boolean hasBytes() {
    return written || filled;
  }

  /** What was made in the directory just after it went; null when nothing was. */
  @Nullable PathTrace successor() {
    return successor;
  }

  /** How often it was looked at and nothing was decided, with this time. */
  int nextLook() {
    return looks++;
  }

  /** For how long it has been known, at a time on the same clock. */
  long age(long now) {
    return now - since;
  }

  /**
   * Whether this is what went from the directory just before, under another name. A file that was
   * made here has no bytes before it is written, and a link is as old as its last change; where
   * neither tells, it is another.
   */
  boolean isRenamedFrom(PathTrace before) throws IOException {
    if (gone) {
      return before.hasBytes() && !written;
    }
    if (over) {
      return true;
    }
    if (Files.isSymbolicLink(path)) {
      return !before.hasBytes() && isOlderThanChange();
    }
    BasicFileAttributes attributes = FileProbe.attributes(path);
    return attributes != null && before.hasBytes() && !written && attributes.size() > 0;
  }

  private boolean isOlderThanChange() throws IOException {
    BasicFileAttributes link =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Object changed = Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
    return changed instanceof FileTime time && time.compareTo(link.creationTime()) > 0;
  }
}
