/**
 * The AWS side of a node, except its registry: instance metadata and lifecycle hooks.
 *
 * <p>Way in: {@link dev.natsfleet.agent.aws.Imds} and {@link
 * dev.natsfleet.agent.aws.AutoScalingHooks}. Way out: {@link dev.natsfleet.agent.aws.Instance}, and
 * what the metadata announce.
 */
@NullMarked
package dev.natsfleet.agent.aws;

import org.jspecify.annotations.NullMarked;
