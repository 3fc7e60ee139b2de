/**
 * The emulated Auto Scaling: groups with capacity, lifecycle hooks, health and activities.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.autoscaling.AutoScaling} executes an {@link
 * dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand}; timers and changes of instances drive
 * the rest. Way out: {@link dev.natsfleet.local.cloud.autoscaling.AutoScalingResult} values.
 * docs/aws-assumptions.md lists every behaviour that is assumed of AWS.
 */
@NullMarked
package dev.natsfleet.local.cloud.autoscaling;

import org.jspecify.annotations.NullMarked;
