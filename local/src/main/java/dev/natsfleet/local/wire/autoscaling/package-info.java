/**
 * Auto Scaling's actions on the wire.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.autoscaling.AutoScalingRequests} reads commands. Way
 * out: {@link dev.natsfleet.local.wire.autoscaling.AutoScalingShapes} writes results.
 */
@NullMarked
package dev.natsfleet.local.wire.autoscaling;

import org.jspecify.annotations.NullMarked;
