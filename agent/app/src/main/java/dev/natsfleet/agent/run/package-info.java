/**
 * The node at work: one thread takes signals, virtual threads act.
 *
 * <p>Way in: {@link dev.natsfleet.agent.run.NodeDriver}. Way out: {@link
 * dev.natsfleet.agent.run.Hands}, which turns every action into the signal that answers it.
 */
@NullMarked
package dev.natsfleet.agent.run;

import org.jspecify.annotations.NullMarked;
