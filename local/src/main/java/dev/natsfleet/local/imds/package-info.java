/**
 * The metadata service (IMDSv2) of every instance, on the instance's own loopback address.
 *
 * <p>Way in: {@link dev.natsfleet.local.imds.MetadataServers}, whose services the driver opens and
 * closes with the instances. Way out: HTTP answers with the texts of the cloud's metadata view.
 */
@NullMarked
package dev.natsfleet.local.imds;

import org.jspecify.annotations.NullMarked;
