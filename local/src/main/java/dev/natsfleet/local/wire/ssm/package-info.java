/**
 * The parameter store's actions on the wire.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.ssm.SsmRequests} reads commands. Way out: {@link
 * dev.natsfleet.local.wire.ssm.SsmShapes} writes results.
 */
@NullMarked
package dev.natsfleet.local.wire.ssm;

import org.jspecify.annotations.NullMarked;
