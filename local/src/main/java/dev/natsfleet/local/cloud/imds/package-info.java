/**
 * The content of the instances' metadata services, as a pure view of the cloud.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.imds.InstanceMetadata}. Way out: the text of a path,
 * or an empty result, which means 404.
 */
@NullMarked
package dev.natsfleet.local.cloud.imds;

import org.jspecify.annotations.NullMarked;
