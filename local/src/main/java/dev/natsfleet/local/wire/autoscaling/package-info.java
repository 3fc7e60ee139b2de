/**
 * The wire format of Auto Scaling's actions.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.autoscaling.AutoScalingRequests} reads commands. Way
 * out: {@link dev.natsfleet.local.wire.autoscaling.AutoScalingResponses} writes results.
 */
@NullMarked
package dev.natsfleet.local.wire.autoscaling;

import org.jspecify.annotations.NullMarked;
