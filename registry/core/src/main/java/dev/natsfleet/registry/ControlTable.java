package dev.natsfleet.registry;

import java.util.List;
import java.util.Optional;

/** The control table as the operator uses it. Every method may throw {@link PortException}. */
public interface ControlTable {

  /** The cluster's row, by a strongly consistent read. */
  Optional<ClusterRow> cluster();

  /** Replaces the owner in the cluster's row, if the row still has the one that is named first. */
  void changeOwner(String from, String to);

  /**
   * Writes the cluster's row if there is none, or if it has the same owner.
   *
   * @return false if somebody else owns it
   */
  boolean put(ClusterRow row);

  /** Stores settings under their revision; storing the same again changes nothing. */
  void put(NodeSettings settings);

  /** The stored revisions. */
  List<String> revisions();

  /** Removes settings that no node uses any more. */
  void prune(String revision);

  /** The journal of steps in flight. */
  StepJournal journal();
}
