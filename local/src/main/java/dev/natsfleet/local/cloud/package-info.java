/**
 * The emulated cloud: a state machine with a virtual clock, deterministic for a seed, without
 * threads and I/O.
 *
 * <p>Way in: commands to {@link dev.natsfleet.local.cloud.Cloud} and {@code advanceTo}. Way out:
 * answers, which are results or AWS-like errors, and effects for the machines.
 */
@NullMarked
package dev.natsfleet.local.cloud;

import org.jspecify.annotations.NullMarked;
