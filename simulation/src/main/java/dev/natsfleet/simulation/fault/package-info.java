/**
 * What can go wrong, as a table of phrases: the phrase is what a story says, what a seed draws and
 * what its effect is looked up by.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.fault.FaultTable}, to which a new kind of fault is
 * added as one line. Way out: {@link dev.natsfleet.simulation.fault.Fault#begin}, which changes a
 * world.
 */
@NullMarked
package dev.natsfleet.simulation.fault;

import org.jspecify.annotations.NullMarked;
