package dev.natsfleet.bench.lines;

/**
 * How many of the written lines did not arrive once, whole and in order.
 *
 * @param lost lines that never arrived
 * @param duplicated lines that arrived again
 * @param reordered lines that arrived for the first time after a later line
 * @param damaged lines in the output that nobody wrote
 */
public record DeliveryCounts(long lost, long duplicated, long reordered, long damaged) {

  /** Whether every line arrived once, whole and in order. */
  public boolean isExact() {
    return lost + duplicated + reordered + damaged == 0;
  }
}
