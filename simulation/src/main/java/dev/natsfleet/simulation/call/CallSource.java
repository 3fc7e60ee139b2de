package dev.natsfleet.simulation.call;

/**
 * Who makes a call.
 *
 * @param name such as {@code operator 1} or an instance id
 * @param zone Availability Zone of a node; empty for an operator
 */
public record CallSource(String name, String zone) {

  /** Whether it is an operator. */
  public boolean isOperator() {
    return zone.isEmpty();
  }
}
