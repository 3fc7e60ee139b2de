/**
 * EC2 instances as processes: a machine is an agent, whatever the agent starts, a disk that is a
 * directory, and a console that is a file.
 *
 * <p>Way in: {@link dev.natsfleet.local.machine.ProcessInstances}, on which the emulated cloud
 * starts, stops and kills machines; a {@link dev.natsfleet.local.machine.Image} says what a machine
 * runs. Way out: processes that carry the machine's mark.
 */
@NullMarked
package dev.natsfleet.local.machine;

import org.jspecify.annotations.NullMarked;
