package dev.natsfleet.registry;

/**
 * Creates, releases, takes over and deletes the two tables of a cluster. Every method may throw
 * {@link PortException}.
 */
public interface Tables {

  /** Whether the tables can be used. */
  enum State {
    /** Neither table exists. */
    ABSENT,
    /** One table is missing, or the time-to-live setting of the nodes table. */
    PARTIAL,
    CREATING,
    ACTIVE,
    DELETING,
    /** At least one has the {@link ReleaseMark} of an earlier owner of the same name. */
    RELEASED,
    /** They exist with another owner's tag, or without a tag. */
    FOREIGN
  }

  /** The state of the table that is less ready. */
  State state();

  /**
   * Creates the missing tables with the owner's tag and does not wait until they are active. The
   * time-to-live setting needs an active table and is left to the next call, so call this method as
   * long as the state is {@link State#ABSENT} or {@link State#PARTIAL}.
   */
  void create();

  /** Replaces the owner's tag by this mark on each table that has the owner's tag. */
  void release(ReleaseMark mark);

  /** Replaces the mark of an earlier owner of the same name by the owner's tag. */
  void adopt();

  /** Deletes each table that has the owner's tag; does not wait. */
  void delete();
}
