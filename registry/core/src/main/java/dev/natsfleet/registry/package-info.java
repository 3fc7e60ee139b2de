/**
 * What operator and nodes exchange through two tables per cluster: heartbeats and reports of the
 * nodes, orders and settings of the operator.
 *
 * <p>Way in: {@link dev.natsfleet.registry.NodeRegistry} for a node, {@link
 * dev.natsfleet.registry.NodeRows}, {@link dev.natsfleet.registry.ControlTable} and {@link
 * dev.natsfleet.registry.Tables} for the operator. Way out: rows, which are immutable values.
 * {@link dev.natsfleet.registry.Liveness} decides from their counters and the observer's own clock
 * which nodes are alive.
 */
@NullMarked
package dev.natsfleet.registry;

import org.jspecify.annotations.NullMarked;
