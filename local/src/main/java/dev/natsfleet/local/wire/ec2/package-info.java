/**
 * EC2's actions on the wire.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.ec2.Ec2Requests} reads commands. Way out: {@link
 * dev.natsfleet.local.wire.ec2.Ec2Shapes} writes results, with the names of EC2's own dialect.
 */
@NullMarked
package dev.natsfleet.local.wire.ec2;

import org.jspecify.annotations.NullMarked;
