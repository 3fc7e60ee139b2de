/**
 * Which partitions this receiver owns, and for how long that is certain.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.ownership.Ownership}. Way out: a {@link
 * dev.natsfleet.logs.receiver.ownership.Lease} for each partition, which is checked before every
 * write. A lease ends by our own monotonic clock before another receiver may claim it, so a
 * receiver that was paused for a while goes on without it.
 */
@NullMarked
package dev.natsfleet.logs.receiver.ownership;

import org.jspecify.annotations.NullMarked;
