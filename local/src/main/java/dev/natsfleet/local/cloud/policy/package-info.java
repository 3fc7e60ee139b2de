/**
 * The checks before every call: denied actions, throttling and planned failures.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.policy.RequestPolicy#check}. Way out: it returns, or
 * throws the service's own error.
 */
@NullMarked
package dev.natsfleet.local.cloud.policy;

import org.jspecify.annotations.NullMarked;
