/**
 * The clocks of a node.
 *
 * <p>Way in: {@link dev.natsfleet.agent.time.NodeClock#system}, called once, where the agent is
 * wired. Way out: the same clock in every class that measures time, so that a test can hand in its
 * own.
 */
@NullMarked
package dev.natsfleet.agent.time;

import org.jspecify.annotations.NullMarked;
