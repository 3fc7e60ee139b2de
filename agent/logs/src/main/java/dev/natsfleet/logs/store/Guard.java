package dev.natsfleet.logs.store;

/** Asked before every write: whether the partition is still ours. */
public interface Guard {

  /** Throws when it is not, or when nobody can be sure. */
  void check() throws NotOwnerException;
}
