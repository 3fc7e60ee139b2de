/**
 * The metadata service (IMDSv2) of every instance, on the instance's own loopback address.
 *
 * <p>Way in: {@link dev.natsfleet.local.imds.MetadataServers}, which the driver opens and closes
 * with the instances. Way out: texts of the cloud's metadata view.
 */
@NullMarked
package dev.natsfleet.local.imds;

import org.jspecify.annotations.NullMarked;
