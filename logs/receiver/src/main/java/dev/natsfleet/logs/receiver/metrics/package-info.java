/**
 * Counts of what a receiver has done since it started: by partition, by host and by log.
 *
 * <p>Way in: {@code partition} adds to {@link
 * dev.natsfleet.logs.receiver.metrics.PartitionMetrics}, {@link
 * dev.natsfleet.logs.receiver.metrics.HostMetrics} and {@link
 * dev.natsfleet.logs.receiver.metrics.LogMetrics}. Way out: {@link
 * dev.natsfleet.logs.receiver.metrics.PartitionTotals} and {@link
 * dev.natsfleet.logs.receiver.metrics.LogTotals}, which the status shows. These counts decide
 * nothing: what does stands in {@code partition}.
 */
@NullMarked
package dev.natsfleet.logs.receiver.metrics;

import org.jspecify.annotations.NullMarked;
