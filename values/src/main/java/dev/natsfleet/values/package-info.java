/**
 * How people write durations, sizes and counts: one grammar for each kind, used by the schema of
 * NatsCluster, the operator, the agent and the log programs.
 *
 * <p>Way in: {@link dev.natsfleet.values.DurationFormat#parse}, {@link
 * dev.natsfleet.values.SizeFormat#parse}, {@link dev.natsfleet.values.CountFormat#parse}, {@link
 * dev.natsfleet.values.PortFormat#parse}; the schema takes the pattern of the same class. Way out:
 * a {@link java.time.Duration}, a number of bytes, a number; or an {@link
 * java.lang.IllegalArgumentException} whose message continues the sentence "the value …" and names
 * what to write instead. {@link dev.natsfleet.values.DurationRange} and {@link
 * dev.natsfleet.values.SizeRange} are fields with limits. Pure.
 */
@NullMarked
package dev.natsfleet.values;

import org.jspecify.annotations.NullMarked;
