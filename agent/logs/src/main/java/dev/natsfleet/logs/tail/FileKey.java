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
 * @param birth nanoseconds since 1970; 0 when the file system does not say
 */
public record FileKey(long device, long inode, long birth) {

  private static final Pattern FORM = Pattern.compile("\\(dev=([0-9a-f]+),ino=(\\d+)\\)");

  static FileKey of(BasicFileAttributes attributes) {
    Matcher matcher = FORM.matcher(String.valueOf(attributes.fileKey()));
    if (!matcher.matches()) {
      throw new IllegalStateException("this file system has no inodes");
    }
    return new FileKey(
        Long.parseUnsignedLong(matcher.group(1), 16),
        Long.parseUnsignedLong(matcher.group(2)),
        birth(attributes));
  }

  /** Whether both can be the same file. */
  boolean matches(FileKey other) {
    return device == other.device
        && inode == other.inode
        && (birth == other.birth || birth == 0 || other.birth == 0);
  }

  /** The JDK gives the time of the last change when there is no time of birth. */
  private static long birth(BasicFileAttributes attributes) {
    return attributes.creationTime().equals(attributes.lastModifiedTime())
        ? 0
        : attributes.creationTime().to(TimeUnit.NANOSECONDS);
  }
}
