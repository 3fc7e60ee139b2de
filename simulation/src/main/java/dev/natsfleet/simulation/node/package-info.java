/**
 * The machines of a fleet: each with a nats-server as a model, and the real {@link
 * dev.natsfleet.agent.node.NodeMachine} as its agent.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.node.SimulatedMachine}, one for each instance. Way
 * out: calls to the registry and to AWS, and the links between the servers in {@link
 * dev.natsfleet.simulation.node.RouteMesh}.
 */
@NullMarked
package dev.natsfleet.simulation.node;

import org.jspecify.annotations.NullMarked;
