package dev.natsfleet.operator.port;

import java.util.Optional;
import java.util.Set;

/**
 * The Auto Scaling group of the core pool, named {@code ClusterId.awsName() + ".core"}. Every
 * method may throw {@link dev.natsfleet.registry.PortException}.
 */
public interface NodeGroups {

  /** The group as it is, whoever owns it; empty if there is none. */
  Optional<NodeGroup> observe();

  /**
   * Activity id of the newest launch that failed since the newest that succeeded, or an empty
   * string. It is read also of a group that has all its members, of which {@link #observe} tells no
   * failures.
   */
  String newestFailure();

  /**
   * Creates the group with hooks, tags, protection and size in one call, then suspends processes.
   * If it exists already: CONFLICT.
   */
  void create(NodeGroupSpec spec);

  /** Brings the named fields to what the specification says and leaves all others alone. */
  void correct(NodeGroupSpec wanted, Set<NodeGroupField> fields);

  /** Sets the tag {@code natsfleet:owner}, of the group alone: its instances keep theirs. */
  void setOwner(String owner);

  /** Sets the size in one call. */
  void resize(GroupSize size);

  /**
   * Terminates one member through its hooks, scale-in protection notwithstanding. A member that is
   * leaving already, or is no member, changes nothing: not even the desired capacity.
   */
  void terminate(String instance, CapacityPolicy capacity);

  /**
   * Completes a hook that holds a member. CONFLICT says that AWS knows of no such wait: it may have
   * ended, or not have begun although the member is shown as waiting.
   */
  void completeHook(String instance, String hook, HookResult result);

  /** Deletes a group without members; an absent one changes nothing; with members: CONFLICT. */
  void delete();

  /** How a hook is completed. */
  enum HookResult {
    CONTINUE,
    ABANDON
  }

  /** What becomes of the desired capacity when a member is terminated. */
  enum CapacityPolicy {
    /** It is lowered by one: the member is not replaced. */
    SHRINK,
    /** It stays: the group launches a replacement. */
    KEEP
  }
}
