package dev.natsfleet.bench.process;

/**
 * What a process has cost so far.
 *
 * @param cpuSeconds of all its threads, user and system
 * @param peakBytes the most that was ever resident (VmHWM)
 */
public record Cost(double cpuSeconds, long peakBytes) {

  /** Nothing. */
  public static final Cost NONE = new Cost(0, 0);
}
