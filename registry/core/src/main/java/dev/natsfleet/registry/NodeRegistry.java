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
   * Takes over the row of the node's address. In a VPC an address has one holder at a time, so a
   * former holder is gone. The order in the row is kept if the same instance had the row before.
   */
  NodeRow.Managed register(Heartbeat first);

  /**
   * Writes the next heartbeat if the row still belongs to this boot. A heartbeat that is late or
   * repeated counts as written and changes nothing: the row already has this counter or a higher
   * one.
   */
  HeartbeatResult beat(Heartbeat next);

  /** All rows, by a strongly consistent read of every page. */
  List<NodeRow> rows();

  /** Removes the row if it belongs to this boot; does nothing otherwise. */
  void leave(NodeIdentity who);

  /** The result of a heartbeat. */
  sealed interface HeartbeatResult {

    /** Written; the row holds the newest order. */
    record Written(NodeRow.Managed row) implements HeartbeatResult {}

    /**
     * Not written: the row was removed, or belongs to another boot.
     *
     * @param by the row as it is now, or null if there is none
     */
    record Superseded(@Nullable NodeRow by) implements HeartbeatResult {}
  }
}
