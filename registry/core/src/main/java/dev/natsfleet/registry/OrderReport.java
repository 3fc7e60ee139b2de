package dev.natsfleet.registry;

/**
 * How far a node has come with an order.
 *
 * @param id the order's id
 * @param outcome progress or result
 * @param why the reason of a refusal or the step that is running, or an empty string
 */
public record OrderReport(String id, OrderOutcome outcome, String why) {

  /** Progress or result of an order. */
  public enum OrderOutcome {
    RUNNING,
    DONE,
    REFUSED
  }
}
