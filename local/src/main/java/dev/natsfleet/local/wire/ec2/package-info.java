/**
 * The wire format of EC2's actions.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.ec2.Ec2Requests} reads commands. Way out: {@link
 * dev.natsfleet.local.wire.ec2.Ec2Responses} writes results with the names of EC2's protocol.
 */
@NullMarked
package dev.natsfleet.local.wire.ec2;

import org.jspecify.annotations.NullMarked;
