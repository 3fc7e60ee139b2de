package dev.natsfleet.simulation.check;

/**
 * A rule that was broken.
 *
 * @param rule which
 * @param nanos when, after the beginning
 * @param what happened, in words
 */
public record Violation(Rule rule, long nanos, String what) {

  @Override
  public String toString() {
    return "%.3fs %s: %s".formatted(nanos / 1e9, rule, what);
  }
}
