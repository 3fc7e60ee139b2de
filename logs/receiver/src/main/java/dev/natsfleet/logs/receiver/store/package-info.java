/**
 * The output files of one partition and their journal: what is written, and how far.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.store.PartitionStore}, which appends the chunks of
 * each log in order and commits them together. Way out: files of whole lines, and a journal. At the
 * next start files are cut to what its last whole block says, and reading goes on behind the
 * position that it names. One thread owns a store.
 */
@NullMarked
package dev.natsfleet.logs.receiver.store;

import org.jspecify.annotations.NullMarked;
