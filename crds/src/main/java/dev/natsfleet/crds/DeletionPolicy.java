package dev.natsfleet.crds;

/** What happens to the AWS resources when the object is deleted. */
public enum DeletionPolicy {
  /** The fleet serves on; everything is marked as released, for a later object of this name. */
  Retain,
  /** Nodes leave, group and template are deleted; tables stay, for a later object of this name. */
  RetainData,
  /** Everything that carries the ownership tag is deleted. */
  Delete
}
