/**
 * The durable half of a receiver: what one partition has written, and how far.
 *
 * <p>Way in: {@link dev.natsfleet.logs.store.PartitionStore}, which takes the pieces of each log in
 * order and makes them durable together. Way out: files of whole lines, and a journal of which the
 * last intact block is the truth: at the next start files are cut to what it says, and reading goes
 * on behind the sequence that it names. One thread owns a store.
 */
@NullMarked
package dev.natsfleet.logs.store;

import org.jspecify.annotations.NullMarked;
