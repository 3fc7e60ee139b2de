package dev.natsfleet.logs.tail;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Which file this is, as the file system says.
 *
 * @param device of the file system
 * @param inode which the file system gives to another file after a deletion
 * @param birth nanoseconds since 1970; 0 when the file system does not say
 */
public record FileKey(long device, long inode, long birth) {

  private static final String DEVICE = "(dev=";
  private static final String INODE = ",ino=";
  private static final int HEX = 16;

  static FileKey of(BasicFileAttributes attributes) {
    String text = String.valueOf(attributes.fileKey());
    int comma = text.indexOf(INODE);
    if (!text.startsWith(DEVICE) || comma < 0) {
      throw new IllegalStateException("this file system has no inodes");
    }
    return new FileKey(
        Long.parseUnsignedLong(text, DEVICE.length(), comma, HEX),
        Long.parseUnsignedLong(text, comma + INODE.length(), text.length() - 1, 10),
        birth(attributes));
  }

  /** Whether both can be the same file. */
  boolean matches(FileKey other) {
    return isInode(other) && (birth == other.birth || birth == 0 || other.birth == 0);
  }

  /** Whether both are the same inode, which may have been another file's once. */
  boolean isInode(FileKey other) {
    return device == other.device && inode == other.inode;
  }

  /** The JDK gives the time of the last change when there is no time of birth. */
  private static long birth(BasicFileAttributes attributes) {
    return attributes.creationTime().equals(attributes.lastModifiedTime())
        ? 0
        : attributes.creationTime().to(TimeUnit.NANOSECONDS);
  }
}
