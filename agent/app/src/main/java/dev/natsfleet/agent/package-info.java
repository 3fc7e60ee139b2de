/**
 * The agent as a program.
 *
 * <p>Way in: {@link dev.natsfleet.agent.AgentMain}. Way out: a node that serves, or leaves in
 * order. It only wires: what happens is decided in {@code dev.natsfleet.agent.node}.
 */
@NullMarked
package dev.natsfleet.agent;

import org.jspecify.annotations.NullMarked;
