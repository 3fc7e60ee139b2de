/**
 * What the agent keeps on disk.
 *
 * <p>Way in: {@link dev.natsfleet.agent.memory.MemoryFile} and {@link
 * dev.natsfleet.agent.memory.StateDirectory}. Way out: the node's memory, the right to be the only
 * agent of this host, and whether the host is going down.
 */
@NullMarked
package dev.natsfleet.agent.memory;

import org.jspecify.annotations.NullMarked;
