package dev.natsfleet.simulation.operator;

/** Unwinds the pass of an operator that was killed; nothing in a pass catches an error. */
final class OperatorKilled extends Error {

  private static final long serialVersionUID = 1L;

  OperatorKilled() {
    super("killed", null, false, false);
  }
}
