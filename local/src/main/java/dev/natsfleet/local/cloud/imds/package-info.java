/**
 * What an instance's metadata service answers, as a pure view of the cloud.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.imds.Metadata}. Way out: the text of a path, or
 * nothing, which is a 404.
 */
@NullMarked
package dev.natsfleet.local.cloud.imds;

import org.jspecify.annotations.NullMarked;
