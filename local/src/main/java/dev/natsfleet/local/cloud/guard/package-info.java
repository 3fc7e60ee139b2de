/**
 * What stands before every call: who calls, what is denied, how fast, and planned failures.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.guard.Guard}. Way out: nothing, or a refusal in the
 * service's own words.
 */
@NullMarked
package dev.natsfleet.local.cloud.guard;

import org.jspecify.annotations.NullMarked;
