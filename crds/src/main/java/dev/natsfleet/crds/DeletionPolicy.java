package dev.natsfleet.crds;

/** What becomes of the AWS side when the object is deleted. */
public enum DeletionPolicy {
  /** Nodes leave, group and template go; tables stay. */
  Retain,
  /** Everything that carries the ownership tag goes. */
  Delete,
  /** Nothing is touched: the fleet runs on. */
  Orphan
}
