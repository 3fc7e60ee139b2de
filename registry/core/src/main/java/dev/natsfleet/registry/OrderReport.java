package dev.natsfleet.registry;

/**
 * What became of an order.
 *
 * @param id the order's id
 * @param outcome how far it came
 * @param why the reason of a refusal or the step that is running, or an empty string
 */
public record OrderReport(String id, Outcome outcome, String why) {

  /** How far an order came. */
  public enum Outcome {
    RUNNING,
    DONE,
    REFUSED
  }
}
