/**
 * Finds, signals and ends the processes of a fleet, also after their parents have ended.
 *
 * <p>Every process that a fleet starts inherits an environment entry, its {@link
 * dev.natsfleet.local.proc.ProcessTag}; a process with the tag belongs to the fleet, even a
 * nats-server that has outlived its agent in a session of its own. Way in: a tag. Way out: its
 * processes, signals to them, and {@link dev.natsfleet.local.proc.Reaper}, which kills them all
 * after the end of the fleet's own process. Needs Linux ({@code /proc}).
 */
@NullMarked
package dev.natsfleet.local.proc;

import org.jspecify.annotations.NullMarked;
