package dev.natsfleet.registry;

/**
 * An instruction of the operator to one node. A node executes one order at a time, stores its id on
 * disk, and answers the same id with the same {@link OrderReport}.
 */
public sealed interface Order {

  /** Unique per order; sending the same id again changes nothing. */
  String id();

  /** The reason, for people. */
  String reason();

  /**
   * Apply other settings in place: by a reload if nats-server can, else by a restart.
   *
   * @param revision of the {@link NodeSettings} to apply
   */
  record ApplySettings(String id, String reason, String revision) implements Order {}

  /**
   * An order of a kind that this version does not know, written by a newer operator. The node
   * refuses it, so that the operator can report it.
   *
   * @param kind the unknown kind
   */
  record Unknown(String id, String reason, String kind) implements Order {}

  /**
   * Accept no new clients and move the present ones to other servers; the node is about to be
   * terminated.
   */
  record Drain(String id, String reason) implements Order {}
}
