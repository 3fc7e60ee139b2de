package dev.natsfleet.local.wire;

import java.util.List;

/**
 * One case of the table of calls: calls that follow one another, each with what its answer must be.
 *
 * @param title what AWS does
 */
record CallCase(String title, List<Call> calls) {

  /**
   * A call.
   *
   * @param repeated whether it is made again until its expectations hold
   * @param action name of AWS's action
   * @param parameters text of the parameters, with names of variables in braces
   */
  record Call(
      boolean repeated,
      String service,
      String action,
      String parameters,
      List<Expectation> expectations) {}

  /** What the answer of a call must be. */
  sealed interface Expectation {

    /** The call fails with this code, and with this message unless it is empty. */
    record Fails(String code, String message) implements Expectation {}

    /** The values at a path are these, in this order. */
    record Has(String path, String values) implements Expectation {}

    /** There are as many values at a path. */
    record Counts(String path, int values) implements Expectation {}

    /** The first value at a path is kept in a variable. */
    record Keeps(String path, String variable) implements Expectation {}
  }
}
