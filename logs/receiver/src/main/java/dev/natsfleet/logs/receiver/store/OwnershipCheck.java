package dev.natsfleet.logs.receiver.store;

/** Checked before every write: whether the partition is still ours. */
public interface OwnershipCheck {

  /** Throws when the partition is not ours any more, or when that is not certain. */
  void check() throws NotOwnerException;
}
