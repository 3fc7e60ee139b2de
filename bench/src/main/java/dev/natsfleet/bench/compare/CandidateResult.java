package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.lines.DeliveryCounts;
import java.util.Map;
import java.util.Optional;

/**
 * One run of one candidate.
 *
 * @param lines number of lines that arrived
 * @param bytes number of bytes that arrived
 * @param seconds time from the first line to the last
 * @param cpuSeconds CPU time of all programs together
 * @param peaks largest resident size of each program, in bytes
 * @param counts lost, duplicated, reordered and damaged lines; empty if the candidate stores
 *     nothing that could be checked
 */
public record CandidateResult(
    long lines,
    long bytes,
    double seconds,
    double cpuSeconds,
    Map<String, Long> peaks,
    Optional<DeliveryCounts> counts) {

  private static final double MIB = 1 << 20;

  /** Lines per second. */
  public double lineRate() {
    return lines / seconds;
  }

  /** MiB per second. */
  public double mebibyteRate() {
    return bytes / MIB / seconds;
  }

  /** CPU seconds per GiB. */
  public double cpuSecondsPerGibibyte() {
    return cpuSeconds / (bytes / MIB / 1024);
  }
}
