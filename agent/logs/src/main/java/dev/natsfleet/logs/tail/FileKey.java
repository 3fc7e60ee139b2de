package dev.natsfleet.logs.tail;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Which file this is, as the file system says.
 *
 * @param device of the file system
 * @param inode which the file system gives to another file after a deletion
 * @param birth nanoseconds since 1970, or what the JDK gives instead: the time of the last change
 * @param certain whether it is a time of birth, because it is not the time of the last change
 */
public record FileKey(long device, long inode, long birth, boolean certain) {

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
        attributes.creationTime().to(TimeUnit.NANOSECONDS),
        !attributes.creationTime().equals(attributes.lastModifiedTime()));
  }

  /**
   * Whether both can be the same file. Where one time of birth is certain the file system gives
   * them, so that the other is one, too.
   */
  boolean matches(FileKey other) {
    return isInode(other) && (birth == other.birth || (!certain && !other.certain));
  }

  /** Whether both are the same inode, which may have been another file's once. */
  boolean isInode(FileKey other) {
    return device == other.device && inode == other.inode;
  }
}
