/**
 * The operator's ports in EC2, EC2 Auto Scaling and SSM.
 *
 * <p>Way in: {@link dev.natsfleet.operator.aws.AwsRegion}, one per account and Region, which every
 * cluster there shares: one set of clients, limits for the calls of each service, and one cache for
 * each describe call. Way out: the ports of the operator; no SDK type leaves this package.
 */
@NullMarked
package dev.natsfleet.operator.aws;

import org.jspecify.annotations.NullMarked;
