/**
 * What operator and nodes tell each other through two tables per cluster.
 *
 * <p>Way in: {@link dev.natsfleet.registry.NodeRegistry} for a node, {@link
 * dev.natsfleet.registry.FleetRows}, {@link dev.natsfleet.registry.ControlRows} and {@link
 * dev.natsfleet.registry.Tables} for the operator. Way out: rows, which are values. Who is alive is
 * decided by {@link dev.natsfleet.registry.Liveness}, from counters and the observer's own clock.
 */
@NullMarked
package dev.natsfleet.registry;

import org.jspecify.annotations.NullMarked;
