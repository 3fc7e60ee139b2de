package dev.natsfleet.registry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registry as a node uses it. Every method may throw {@link PortException}; none is retried
 * here.
 */
public interface NodeRegistry {

  /** The cluster's row, by a strongly consistent read. */
  Optional<ClusterRow> cluster();

  /** Settings by revision, by a strongly consistent read. */
  Optional<NodeSettings> settings(String revision);

  /**
   * Takes the row of the node's address, whoever had it: in a VPC an address has one holder at a
   * time, so its former holder is gone. An order is kept if the same instance had the row before.
   */
  NodeRow.Fleet register(Heartbeat first);

  /**
   * Writes the next heartbeat, if the row still belongs to this boot. One that comes late or twice
   * counts as written and changes nothing: the row has this counter or a higher one already.
   */
  Beat beat(Heartbeat next);

  /** All rows, by a strongly consistent read of every page. */
  List<NodeRow> rows();

  /** Removes the row if it belongs to this boot; does nothing otherwise. */
  void leave(NodeIdentity who);

  /** What became of a heartbeat. */
  sealed interface Beat {

    /** Written; the row holds the newest order. */
    record Written(NodeRow.Fleet row) implements Beat {}

    /**
     * Not written: the row was removed, or belongs to another boot.
     *
     * @param by the row as it is now, or null if there is none
     */
    record Superseded(@Nullable NodeRow by) implements Beat {}
  }
}
