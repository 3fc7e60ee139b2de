package dev.natsfleet.operator.port;

import java.util.Optional;
import java.util.Set;

/**
 * The Auto Scaling group of the core pool, named {@code ClusterId.awsName() + ".core"}. Every
 * method may throw {@link dev.natsfleet.registry.PortException}.
 */
public interface NodeGroups {

  /** The group as it is, whoever owns it; empty if there is none. */
  Optional<Group> observe();

  /**
   * Creates the group with hooks, tags, protection and size in one call, then suspends processes.
   * If it exists already: CONFLICT.
   */
  void create(GroupSpec spec);

  /** Brings the named fields to what the specification says and leaves all others alone. */
  void correct(GroupSpec wanted, Set<GroupField> fields);

  /** Sets the size in one call. */
  void resize(Size size);

  /**
   * Terminates one member through its hooks, scale-in protection notwithstanding. A member that is
   * leaving already, or is no member, changes nothing: not even the desired capacity.
   */
  void terminate(String instance, Capacity capacity);

  /** Deletes a group without members; an absent one changes nothing; with members: CONFLICT. */
  void delete();

  /** What becomes of the desired capacity when a member is terminated. */
  enum Capacity {
    /** It is lowered by one: the member is not replaced. */
    SHRINK,
    /** It stays: the group launches a replacement. */
    KEEP
  }
}
