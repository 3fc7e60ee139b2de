package dev.natsfleet.bench.process;

/**
 * What a process has cost so far.
 *
 * @param cpuSeconds user and system time of all threads
 * @param peakBytes largest resident size so far (VmHWM)
 */
public record ProcessCost(double cpuSeconds, long peakBytes) {

  /** Nothing. */
  public static final ProcessCost NONE = new ProcessCost(0, 0);
}
