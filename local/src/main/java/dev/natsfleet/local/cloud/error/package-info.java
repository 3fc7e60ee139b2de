/**
 * AWS-like errors as values: a code, an HTTP status and the message that AWS gives.
 *
 * <p>Way in: a check throws a {@link dev.natsfleet.local.cloud.error.CloudException}. Way out: the
 * cloud answers with its {@link dev.natsfleet.local.cloud.error.CloudError}.
 */
@NullMarked
package dev.natsfleet.local.cloud.error;

import org.jspecify.annotations.NullMarked;
