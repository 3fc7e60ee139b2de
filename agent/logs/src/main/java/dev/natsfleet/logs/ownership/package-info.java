/**
 * Which partitions are ours, and for how long that is certain.
 *
 * <p>Way in: {@link dev.natsfleet.logs.ownership.Ownership}. Way out: a {@link
 * dev.natsfleet.logs.ownership.Lease} per partition, asked before every write. A lease ends by our
 * own monotonic clock before anybody else may take it, so a receiver that was stopped for a while
 * wakes up without it.
 */
@NullMarked
package dev.natsfleet.logs.ownership;

import org.jspecify.annotations.NullMarked;
