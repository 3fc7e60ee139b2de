package dev.natsfleet.registry;

/**
 * What the operator wants of one node. A node carries out one order at a time, remembers the id on
 * disk, and answers the same id with the same {@link OrderReport}.
 */
public sealed interface Order {

  /** Unique for each wish; giving the same id again changes nothing. */
  String id();

  /** Why, in words for people. */
  String reason();

  /**
   * Bring nats-server to other settings in place: reload where nats-server can, restart otherwise.
   *
   * @param revision of the {@link NodeSettings} to apply
   */
  record ApplySettings(String id, String reason, String revision) implements Order {}

  /**
   * An order of a kind that this version does not know: an operator that is newer wrote it. It is
   * refused, so that the operator can say so.
   *
   * @param kind as it was written
   */
  record Unknown(String id, String reason, String kind) implements Order {}

  /** Take no new clients and move the present ones away; the node is about to be terminated. */
  record Drain(String id, String reason) implements Order {}
}
