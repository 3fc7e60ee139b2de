package dev.natsfleet.registry;

/** The two tables themselves. Every method may throw {@link PortException}. */
public interface Tables {

  /** Whether the tables can be used. */
  enum State {
    ABSENT,
    CREATING,
    ACTIVE,
    DELETING,
    /** They exist and carry another owner's tag, or none. */
    FOREIGN
  }

  /** The state of both: the less ready of the two. */
  State state();

  /** Creates what is absent, tagged with the owner; does not wait until they are active. */
  void create();

  /** Deletes what carries the owner's tag; does not wait. */
  void delete();
}
