package dev.natsfleet.logs.tail;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file this is, as the file system says.
 *
 * @param device of the file system
 * @param inode which the file system gives to another file after a deletion
 * @param birth nanoseconds since 1970, or what the JDK gives instead: the time of the last change
 * @param certain whether it is a time of birth, because it is not the time of the last change
 */
public record FileKey(long device, long inode, long birth, boolean certain) {

  private static final Pattern FORM = Pattern.compile("\\(dev=([0-9a-f]+),ino=(\\d+)\\)");

  static FileKey of(BasicFileAttributes attributes) {
    Matcher matcher = FORM.matcher(String.valueOf(attributes.fileKey()));
    if (!matcher.matches()) {
      throw new IllegalStateException("this file system has no inodes");
    }
    return new FileKey(
        Long.parseUnsignedLong(matcher.group(1), 16),
        Long.parseUnsignedLong(matcher.group(2)),
        attributes.creationTime().to(TimeUnit.NANOSECONDS),
        !attributes.creationTime().equals(attributes.lastModifiedTime()));
  }

  /**
   * Whether both can be the same file. Where one time of birth is certain the file system gives
   * them, so that the other is one, too.
   */
  boolean matches(FileKey other) {
    return device == other.device
        && inode == other.inode
        && (birth == other.birth || (!certain && !other.certain));
  }
}
