package dev.natsfleet.registry;

/** The two tables themselves. Every method may throw {@link PortException}. */
public interface Tables {

  /** Whether the tables can be used. */
  enum State {
    /** Something is absent: a table, or the setting that clears garbage from the nodes table. */
    ABSENT,
    CREATING,
    ACTIVE,
    DELETING,
    /** They exist and carry another owner's tag, or none. */
    FOREIGN
  }

  /** The state of both: the less ready of the two. */
  State state();

  /**
   * Creates what is absent, tagged with the owner; does not wait until they are active. What needs
   * an active table is left to the next call, so call it as long as the state is {@link
   * State#ABSENT}.
   */
  void create();

  /** Deletes what carries the owner's tag; does not wait. */
  void delete();
}
