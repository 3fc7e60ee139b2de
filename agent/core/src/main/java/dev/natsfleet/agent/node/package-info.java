/**
 * The life of a node as a state machine, without clock, I/O or SDK.
 *
 * <p>Way in: {@link dev.natsfleet.agent.node.NodeMachine#next}, which takes what is known and one
 * {@link dev.natsfleet.agent.node.Signal}. Way out: what is known then, and the {@link
 * dev.natsfleet.agent.node.Action}s to take. It works in three steps: {@code Learning} folds the
 * signal into the knowledge, {@code Moves} is the table of transitions, {@code Duties} is the table
 * of what is due.
 */
@NullMarked
package dev.natsfleet.agent.node;

import org.jspecify.annotations.NullMarked;
