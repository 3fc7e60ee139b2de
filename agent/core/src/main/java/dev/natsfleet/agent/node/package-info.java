/**
 * The life of a node as a state machine, without clock, I/O or SDK.
 *
 * <p>Way in: {@link dev.natsfleet.agent.node.NodeMachine#next}, which takes a {@link
 * dev.natsfleet.agent.node.Node} (everything that is known) and one {@link
 * dev.natsfleet.agent.node.Signal}. Way out: a {@link dev.natsfleet.agent.node.StepResult}, the
 * node after the signal and the {@link dev.natsfleet.agent.node.Action}s to carry out. It works in
 * three steps: {@code SignalReducer} folds the signal into the node, {@code Transitions} is the
 * table of its states, {@code ActionRules} is the table of its actions.
 */
@NullMarked
package dev.natsfleet.agent.node;

import org.jspecify.annotations.NullMarked;
