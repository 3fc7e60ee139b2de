/**
 * Instance metadata and the lifecycle hooks of the Auto Scaling group.
 *
 * <p>Way in: {@link dev.natsfleet.agent.aws.Imds} and {@link
 * dev.natsfleet.agent.aws.AutoScalingHooks}. Way out: {@link
 * dev.natsfleet.agent.aws.InstanceIdentity}, {@link dev.natsfleet.agent.aws.InstanceNotices} and
 * completed hooks.
 */
@NullMarked
package dev.natsfleet.agent.aws;

import org.jspecify.annotations.NullMarked;
