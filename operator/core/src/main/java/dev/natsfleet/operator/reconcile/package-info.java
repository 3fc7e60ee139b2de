/**
 * One pass over one cluster: observe, plan, preview, execute; then events and status.
 *
 * <p>Way in: {@link dev.natsfleet.operator.reconcile.ClusterReconciliation#run}. Way out: {@link
 * dev.natsfleet.operator.reconcile.Outcome}. Nothing here decides what a cluster needs, and nothing
 * here retries: the next pass does.
 */
@NullMarked
package dev.natsfleet.operator.reconcile;

import org.jspecify.annotations.NullMarked;
