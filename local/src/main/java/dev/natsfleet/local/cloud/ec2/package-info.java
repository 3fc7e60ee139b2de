/**
 * The emulated EC2: launch templates, instances, and the network catalogue.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.ec2.Ec2} executes an {@link
 * dev.natsfleet.local.cloud.ec2.Ec2Command}; Auto Scaling launches and terminates instances through
 * {@link dev.natsfleet.local.cloud.ec2.InstanceStore}. Way out: {@link
 * dev.natsfleet.local.cloud.ec2.Ec2Result} and effects for the machines.
 */
@NullMarked
package dev.natsfleet.local.cloud.ec2;

import org.jspecify.annotations.NullMarked;
