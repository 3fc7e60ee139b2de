package dev.natsfleet.logs.shipper.files;

/** What the kernel tells of a path, from the least to the most that follows for a reader. */
public enum PathChange {

  /** It was deleted, or renamed to another name. */
  GONE,

  /** A file, a link or a directory was made under this name, or renamed to it. */
  MADE,

  /** Something was written to its file, or its attributes were changed. */
  WRITTEN;

  /** The one of two from which more follows. */
  public PathChange or(PathChange other) {
    return compareTo(other) < 0 ? other : this;
  }
}
