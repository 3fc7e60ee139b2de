/**
 * Auto Scaling groups: capacity, lifecycle hooks, health, activities.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.autoscaling.AutoScaling} carries out an {@link
 * dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand}; timers of the world and changes of
 * instances drive the rest. Way out: {@link
 * dev.natsfleet.local.cloud.autoscaling.AutoScalingResult} values. Every behaviour assumed of AWS
 * stands in docs/aws-assumptions.md.
 */
@NullMarked
package dev.natsfleet.local.cloud.autoscaling;

import org.jspecify.annotations.NullMarked;
