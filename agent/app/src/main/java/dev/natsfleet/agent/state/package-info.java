/**
 * What the agent keeps on disk.
 *
 * <p>Way in: {@link dev.natsfleet.agent.state.StateDirectory}. Way out: the node's persisted state,
 * the lock that makes an agent the only one, and whether the host is going down.
 */
@NullMarked
package dev.natsfleet.agent.state;

import org.jspecify.annotations.NullMarked;
