/**
 * The two DynamoDB tables of a cluster in memory, with the contract of the real ones.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.registry.SimulatedRegistry}. Way out: rows, settings
 * and journal, always as they were written last: DynamoDB is read strongly consistent.
 */
@NullMarked
package dev.natsfleet.simulation.registry;

import org.jspecify.annotations.NullMarked;
