/**
 * The agent as a program.
 *
 * <p>Way in: {@link dev.natsfleet.agent.AgentMain}. Way out: {@link
 * dev.natsfleet.agent.driver.NodeDriver}, the verticle of a node that serves or leaves. This
 * package only wires; {@code dev.natsfleet.agent.node} decides.
 */
@NullMarked
package dev.natsfleet.agent;

import org.jspecify.annotations.NullMarked;
