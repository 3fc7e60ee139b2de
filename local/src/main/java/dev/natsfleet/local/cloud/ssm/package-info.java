/**
 * The emulated parameter store of Systems Manager.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.ssm.Ssm} executes an {@link
 * dev.natsfleet.local.cloud.ssm.SsmCommand}. Way out: {@link
 * dev.natsfleet.local.cloud.ssm.SsmResult}.
 */
@NullMarked
package dev.natsfleet.local.cloud.ssm;

import org.jspecify.annotations.NullMarked;
