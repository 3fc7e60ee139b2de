/**
 * What must hold in every world: the invariants of the design that concern a core pool, and that
 * the cluster comes back.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.check.WorldChecks}, which watches a world while it
 * runs. Way out: {@link dev.natsfleet.simulation.check.Violation}s, each of one {@link
 * dev.natsfleet.simulation.check.Rule}.
 */
@NullMarked
package dev.natsfleet.simulation.check;

import org.jspecify.annotations.NullMarked;
