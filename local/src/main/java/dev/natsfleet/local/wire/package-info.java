/**
 * The AWS wire protocols in front of the emulated cloud: unmodified SDKs and the AWS CLI work.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.CloudServer}, one HTTP endpoint for all services; the
 * service is the one that the request's signature names. Way out: commands to the cloud, by the
 * driver.
 */
@NullMarked
package dev.natsfleet.local.wire;

import org.jspecify.annotations.NullMarked;
