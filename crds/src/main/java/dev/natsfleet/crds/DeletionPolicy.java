package dev.natsfleet.crds;

/** What happens to the AWS resources when the object is deleted. */
public enum DeletionPolicy {
  /** Nodes leave, group and template are deleted; tables stay. */
  Retain,
  /** Everything that carries the ownership tag is deleted. */
  Delete,
  /** Nothing is touched: the fleet runs on. */
  Orphan
}
