package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.identity.FileKey;
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
  private final long scan;
  private boolean made;
  private boolean over;
  private boolean filled;
  private boolean written;
  private boolean gone;
  private @Nullable PathTrace successor;
  private @Nullable FileKey unread;
  private boolean unreadBytes;
  private boolean directory;
  private int looks;

  /**
   * A trace that begins.
   *
   * @param since the time
   * @param scan the number of the last scan
   */
  PathTrace(Path path, long since, long scan) {
    this.path = path;
    this.since = since;
    this.scan = scan;
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

  /**
   * Its file was seen, and could not be opened any more.
   *
   * @param bytes whether it may have had any
   */
  void see(FileKey file, boolean bytes) {
    unread = file;
    unreadBytes |= bytes;
  }

  /** The file that was seen, and could not be opened; null without one. */
  @Nullable FileKey unread() {
    return unread;
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

  /** Whether the file that was seen may have had bytes. */
  boolean hasUnreadBytes() {
    return unreadBytes;
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

  /** Whether it is a directory, or was one when this was asked before. */
  boolean hasBeenDirectory() {
    directory |= !gone && Files.isDirectory(path);
    return directory;
  }

  /** Whether a directory of this name was looked into since, given the number of the last scan. */
  boolean isBefore(long last) {
    return scan < last;
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
      return before.unread == null && before.hasBytes() && !written;
    }
    if (over) {
      return true;
    }
    if (Files.isSymbolicLink(path)) {
      return !before.hasBytes() && isOlderThanChange();
    }
    BasicFileAttributes attributes = FileProbe.attributes(path);
    FileKey file = before.unread;
    if (file != null) {
      return attributes != null && !written && FileKey.of(attributes).matches(file);
    }
    return attributes != null && before.hasBytes() && !written && attributes.size() > 0;
  }

  /** Whether it may be a file that was made here and written, and the write was not told yet. */
  boolean mayBeWritten() throws IOException {
    if (gone || over || written || Files.isSymbolicLink(path)) {
      return false;
    }
    BasicFileAttributes attributes = FileProbe.attributes(path);
    Object changed = attributes == null ? null : Files.getAttribute(path, "unix:ctime");
    return attributes != null && attributes.lastModifiedTime().equals(changed);
  }

  private boolean isOlderThanChange() throws IOException {
    BasicFileAttributes link =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Object changed = Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
    return changed instanceof FileTime time && time.compareTo(link.creationTime()) > 0;
  }
}
