package dev.natsfleet.logs.shipper.identity;

/**
 * By what a file is recognised, whatever its name is by now.
 *
 * @param key device, inode and birth when the file was last seen
 * @param head fingerprint of the first bytes
 * @param anchor of the last bytes that were read
 */
public record FileIdentity(FileKey key, Fingerprint head, Anchor anchor) {

  /** The identity of a file of which nothing was read. */
  public static FileIdentity of(FileKey key) {
    return new FileIdentity(key, Fingerprint.NONE, Anchor.NONE);
  }

  /** The same bytes in another file, or in one of which more is known. */
  public FileIdentity withKey(FileKey other) {
    return new FileIdentity(other, head, anchor);
  }

  /** With another fingerprint of the first bytes. */
  public FileIdentity withHead(Fingerprint other) {
    return other == head ? this : new FileIdentity(key, other, anchor);
  }

  /** With an anchor at another offset. */
  public FileIdentity withAnchor(Anchor other) {
    return new FileIdentity(key, head, other);
  }
}
