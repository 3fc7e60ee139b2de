/**
 * Processes of the fleet on one machine, found again whatever became of their parents.
 *
 * <p>Every process that a fleet starts inherits an environment entry, its {@link
 * dev.natsfleet.local.proc.Mark}; what carries the mark belongs to the fleet, even a nats-server
 * that has outlived its agent in a session of its own. Way in: a mark. Way out: the processes that
 * carry it, signals to them, and {@link dev.natsfleet.local.proc.Reaper}, which ends them all when
 * the fleet's own process ends, however it ends. Needs Linux ({@code /proc}).
 */
@NullMarked
package dev.natsfleet.local.proc;

import org.jspecify.annotations.NullMarked;
