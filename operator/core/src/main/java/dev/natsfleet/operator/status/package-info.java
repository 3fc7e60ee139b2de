/**
 * What the user reads: what was observed, what is planned, and what is in the way.
 *
 * <p>Way in: {@link dev.natsfleet.operator.status.StatusWriter#write}. Way out: a {@link
 * dev.natsfleet.crds.NatsClusterStatus} that is equal as long as nothing worth telling has changed.
 * Pure.
 */
@NullMarked
package dev.natsfleet.operator.status;

import org.jspecify.annotations.NullMarked;
