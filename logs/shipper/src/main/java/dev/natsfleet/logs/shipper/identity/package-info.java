/**
 * By what a file is recognised after it was renamed, copied, packed or truncated.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.identity.FileIdentity}, which unites device, inode
 * and birth ({@link dev.natsfleet.logs.shipper.identity.FileKey}), the first bytes ({@link
 * dev.natsfleet.logs.shipper.identity.Fingerprint}) and the bytes that were read last ({@link
 * dev.natsfleet.logs.shipper.identity.Anchor}); {@link
 * dev.natsfleet.logs.shipper.identity.RotatedFile} is a file beside a log, with the rank that its
 * name gives it. Way out: a {@link dev.natsfleet.logs.shipper.identity.ContentMatch}.
 *
 * <p>Values only: nothing here opens a file, and no other package of the shipper is known. The
 * packages {@code files} and {@code rotation} stand on this one, {@code read} stands on all three.
 */
@NullMarked
package dev.natsfleet.logs.shipper.identity;

import org.jspecify.annotations.NullMarked;
