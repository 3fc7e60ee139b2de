package dev.natsfleet.logs.shipper.identity;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Which file this is according to the file system.
 *
 * @param device number of the file system
 * @param inode number of the file; the file system gives it to another file after a deletion
 * @param birth nanoseconds since 1970; the time of the last change where the JDK knows no birth
 * @param certain whether {@code birth} is a time of birth, because it differs from the last change
 */
public record FileKey(long device, long inode, long birth, boolean certain) {

  private static final String DEVICE = "(dev=";
  private static final String INODE = ",ino=";
  private static final int HEX = 16;

  /** The key in a file's attributes. */
  public static FileKey of(BasicFileAttributes attributes) {
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
   * Whether both can be the same file. When one time of birth is certain, the file system records
   * births, so the other one is a time of birth, too.
   */
  public boolean matches(FileKey other) {
    return isInode(other) && (birth == other.birth || (!certain && !other.certain));
  }

  /**
   * Whether both can be the same file on a device that has another number since the last start: a
   * reboot gives numbers anew, and so does a volume that is attached again.
   */
  public boolean isRenumbered(FileKey other) {
    return inode == other.inode && device != other.device && birth == other.birth;
  }

  /** Whether both have the same inode, which may have belonged to another file before. */
  public boolean isInode(FileKey other) {
    return device == other.device && inode == other.inode;
  }
}
