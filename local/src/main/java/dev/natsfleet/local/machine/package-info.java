/**
 * EC2 instances as processes: a machine is an agent with everything it starts, a directory as its
 * disk, and a file as its console.
 *
 * <p>Way in: {@link dev.natsfleet.local.machine.ProcessMachineHost}, on which the emulated cloud
 * starts, stops and kills machines; a {@link dev.natsfleet.local.machine.MachineImage} defines what
 * a machine runs. Way out: processes with the machine's {@link
 * dev.natsfleet.local.proc.ProcessTag}.
 */
@NullMarked
package dev.natsfleet.local.machine;

import org.jspecify.annotations.NullMarked;
