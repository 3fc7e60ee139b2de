/**
 * One pass over one cluster: observe, plan, apply, tell.
 *
 * <p>Way in: {@link dev.natsfleet.operator.loop.ClusterLoop#run}. Way out: {@link
 * dev.natsfleet.operator.loop.Outcome}. Nothing here decides what a cluster needs; nothing here
 * retries, the next pass does.
 */
@NullMarked
package dev.natsfleet.operator.loop;

import org.jspecify.annotations.NullMarked;
