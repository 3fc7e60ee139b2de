/**
 * The wire format of the parameter store's actions.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.ssm.SsmRequests} reads commands. Way out: {@link
 * dev.natsfleet.local.wire.ssm.SsmResponses} writes results.
 */
@NullMarked
package dev.natsfleet.local.wire.ssm;

import org.jspecify.annotations.NullMarked;
