/**
 * The receiver: from the streams of its partitions to one file per host.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receive.Receiver}, which owns partitions and gives each a
 * thread that reads in order, judges each record by the chain of its log, and commits in groups.
 * Way out: files and their journal by {@code store}; what was done, as {@link
 * dev.natsfleet.logs.receive.Status}.
 */
@NullMarked
package dev.natsfleet.logs.receive;

import org.jspecify.annotations.NullMarked;
