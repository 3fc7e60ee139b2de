package dev.natsfleet.logs.receive;

import java.time.Duration;

/**
 * How long a gap is waited for.
 *
 * @param time after which the gap is written down as a loss
 * @param bytes of records behind gaps that a partition keeps in memory
 */
public record Patience(Duration time, long bytes) {}
