/**
 * One of several operators acts, and the others stand by.
 *
 * <p>Way in: {@link dev.natsfleet.operator.kubernetes.lease.LeaderLease}, which the main class
 * makes when a {@link dev.natsfleet.operator.kubernetes.lease.LeaderLeaseRef} is set. Way out: the
 * configuration of the framework's elector, and the end of a process that can no longer be sure
 * that it leads.
 */
@NullMarked
package dev.natsfleet.operator.kubernetes.lease;

import org.jspecify.annotations.NullMarked;
