/**
 * What happens to finished output files: they are compressed, and deleted when they are old.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.retention.RetentionWorker}, a thread that learns
 * from the partitions' workers which files are finished. Way out: {@link
 * dev.natsfleet.logs.receiver.retention.Archive} applies the policy to the files of one host, and
 * leaves those alone that are being written.
 */
@NullMarked
package dev.natsfleet.logs.receiver.retention;

import org.jspecify.annotations.NullMarked;
