package dev.natsfleet.registry;

/** The two tables themselves. Every method may throw {@link PortException}. */
public interface Tables {

  /** Whether the tables can be used. */
  enum State {
    /** There is neither. */
    ABSENT,
    /** One is absent, or the setting that clears garbage from the nodes table. */
    PARTIAL,
    CREATING,
    ACTIVE,
    DELETING,
    /**
     * At least one carries the mark that an earlier owner of the same name left: {@link Released}.
     */
    RELEASED,
    /** They exist and carry another owner's tag, or none. */
    FOREIGN
  }

  /** The state of both: the less ready of the two. */
  State state();

  /**
   * Creates what is absent, tagged with the owner; does not wait until they are active. What needs
   * an active table is left to the next call, so call it as long as the state is {@link
   * State#ABSENT} or {@link State#PARTIAL}.
   */
  void create();

  /** Puts this mark in place of the owner's tag on what carries that tag. */
  void release(Released mark);

  /** Puts the owner's tag in place of the mark of an earlier owner of the same name. */
  void adopt();

  /** Deletes what carries the owner's tag; does not wait. */
  void delete();
}
