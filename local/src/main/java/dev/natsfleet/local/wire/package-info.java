/**
 * The AWS wire protocols of the emulated cloud, for unmodified SDKs and the AWS CLI.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.CloudServer}, one HTTP endpoint for all services; a
 * request's signature names the service. Way out: commands to the cloud through {@link
 * dev.natsfleet.local.driver.CloudDriver}, and HTTP answers.
 */
@NullMarked
package dev.natsfleet.local.wire;

import org.jspecify.annotations.NullMarked;
