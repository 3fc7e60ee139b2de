package dev.natsfleet.registry;

import java.util.List;
import java.util.Optional;

/** The control table as the operator uses it. Every method may throw {@link PortException}. */
public interface ControlRows {

  /** The cluster's row, by a strongly consistent read. */
  Optional<ClusterRow> cluster();

  /** Puts this mark in place of the owner in the cluster's row, if that is the owner. */
  void release(String owner, Released mark);

  /**
   * Writes the cluster's row, if there is none, it has the same owner, or was released.
   *
   * @return false if somebody else owns it
   */
  boolean put(ClusterRow row);

  /** Stores settings under their revision; storing the same again changes nothing. */
  void put(NodeSettings settings);

  /** Revisions that are stored. */
  List<String> revisions();

  /** Removes settings that no node uses any more. */
  void prune(String revision);

  /** The journal of steps in flight. */
  Journal journal();
}
