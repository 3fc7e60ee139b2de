/**
 * The status that a user reads: what was observed, what is planned, and what is in the way.
 *
 * <p>Way in: {@link dev.natsfleet.operator.status.StatusRenderer#render}. Way out: a {@link
 * dev.natsfleet.crds.NatsClusterStatus} that stays equal while nothing worth reporting changes.
 * Pure.
 */
@NullMarked
package dev.natsfleet.operator.status;

import org.jspecify.annotations.NullMarked;
