/**
 * Logs on disk, as a chain of generations that survives every kind of rotation.
 *
 * <p>Way in: {@link dev.natsfleet.logs.tail.Catalog}, which finds logs by glob and tells apart what
 * a name stands for by device, inode, time of birth, fingerprint of the head and anchor before the
 * offset. Way out: {@link dev.natsfleet.logs.tail.Log}s with {@link
 * dev.natsfleet.logs.tail.Generation}s, which give their bytes in order and remember how far they
 * were read and acknowledged. One thread owns all of it.
 *
 * <p>What became of a file is concluded from one {@link dev.natsfleet.logs.tail.Observation}, held
 * against the order and the bytes of the files beside the log ({@link
 * dev.natsfleet.logs.tail.Past}); nothing is done that the next look at the same names would not
 * confirm.
 */
@NullMarked
package dev.natsfleet.logs.tail;

import org.jspecify.annotations.NullMarked;
