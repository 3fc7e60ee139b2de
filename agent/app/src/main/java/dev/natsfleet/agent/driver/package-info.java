/**
 * The node at work: one event loop takes signals, virtual threads carry out actions.
 *
 * <p>Way in: {@link dev.natsfleet.agent.driver.NodeDriver}, a verticle. Way out: {@link
 * dev.natsfleet.agent.driver.ActionExecutor}, which turns every action into the signal that answers
 * it.
 */
@NullMarked
package dev.natsfleet.agent.driver;

import org.jspecify.annotations.NullMarked;
