package dev.natsfleet.bench.race;

import dev.natsfleet.bench.lines.Tally;
import java.util.Map;
import java.util.Optional;

/**
 * One run of one contestant.
 *
 * @param lines that arrived
 * @param bytes that arrived
 * @param seconds from the first to the last
 * @param cpuSeconds of all programs together
 * @param peaks resident bytes by program
 * @param tally empty when nobody checks
 */
public record Outcome(
    long lines,
    long bytes,
    double seconds,
    double cpuSeconds,
    Map<String, Long> peaks,
    Optional<Tally> tally) {

  private static final double MIB = 1 << 20;

  /** Lines in a second. */
  public double lineRate() {
    return lines / seconds;
  }

  /** MiB in a second. */
  public double mebibyteRate() {
    return bytes / MIB / seconds;
  }

  /** CPU seconds for a GiB. */
  public double cpuSecondsPerGibibyte() {
    return cpuSeconds / (bytes / MIB / 1024);
  }
}
