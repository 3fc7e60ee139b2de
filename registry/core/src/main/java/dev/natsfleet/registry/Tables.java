package dev.natsfleet.registry;

import java.util.Set;

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
    /** At least one has another owner's tag, the {@link ReleaseMark} of one, or no tag. */
    FOREIGN
  }

  /** The state of the table that is less ready. */
  State state();

  /**
   * The values of the tag {@code natsfleet:owner} of those tables that are {@link State#FOREIGN};
   * an empty string for a table without the tag.
   */
  Set<String> holders();

  /**
   * Creates the missing tables with the owner's tag and does not wait until they are active. The
   * time-to-live setting needs an active table and is left to the next call, so call this method as
   * long as the state is {@link State#ABSENT} or {@link State#PARTIAL}.
   */
  void create();

  /** Replaces the owner's tag by this mark on each table that has the owner's tag. */
  void release(ReleaseMark mark);

  /** Replaces this value of the tag by the owner, on each table that has it. */
  void adopt(String holder);

  /** Deletes each table that has the owner's tag; does not wait. */
  void delete();
}
