/**
 * Launch templates, instances and the network catalogue of EC2.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.ec2.Ec2} carries out an {@link
 * dev.natsfleet.local.cloud.ec2.Ec2Command}; Auto Scaling launches and ends instances through
 * {@link dev.natsfleet.local.cloud.ec2.Machines}. Way out: {@link
 * dev.natsfleet.local.cloud.ec2.Ec2Result} and effects in the world.
 */
@NullMarked
package dev.natsfleet.local.cloud.ec2;

import org.jspecify.annotations.NullMarked;
