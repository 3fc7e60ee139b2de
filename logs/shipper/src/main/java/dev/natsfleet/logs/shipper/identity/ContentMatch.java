package dev.natsfleet.logs.shipper.identity;

/** How the bytes of a file compare to those that are known. The inode proves nothing. */
public enum ContentMatch {
  /** The file has the same first bytes, and the bytes that were read last in their place. */
  SAME,

  /** It has the same first bytes and ends before those that were read last: an earlier copy. */
  SHORTER,

  /** It is too short to be compared. */
  UNKNOWN,

  /** It has other bytes. */
  OTHER;

  /**
   * Judges a file by its first bytes alone.
   *
   * @param known what is known of the file that is looked for
   * @param head the fingerprint of as many bytes of the other file, or of all when it is shorter
   * @return the match when the file has no bytes at the known anchor
   */
  public static ContentMatch judge(FileIdentity known, Fingerprint head) {
    Fingerprint expected = known.head();
    boolean whole = head.length() == expected.length();
    if (whole ? !head.isSame(expected) : !expected.continues(head)) {
      return OTHER;
    }
    if (whole && expected.length() > 0) {
      return known.anchor().length() > 0 ? SHORTER : SAME;
    }
    return expected.comparable(head) > 0 ? SHORTER : UNKNOWN;
  }
}
