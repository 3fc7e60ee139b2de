package dev.natsfleet.bench.lines;

/**
 * What became of the lines that went in.
 *
 * @param lost never seen
 * @param duplicated seen again
 * @param inverted seen first after a later line
 * @param damaged not a line that was written
 */
public record Tally(long lost, long duplicated, long inverted, long damaged) {

  /** Whether every line came once, whole and in order. */
  public boolean isExact() {
    return lost + duplicated + inverted + damaged == 0;
  }
}
