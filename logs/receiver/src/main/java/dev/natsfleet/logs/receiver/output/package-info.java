/**
 * Names of output files, which of them are being written, and the lock on their directory.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.output.FileNaming}, which names the file of a host
 * in a period. Way out: paths; {@link dev.natsfleet.logs.receiver.output.CurrentFiles}, the files
 * that are being written by {@code store} and left alone by {@code retention}; and {@link
 * dev.natsfleet.logs.receiver.output.OutputLock}, which keeps other receivers out.
 */
@NullMarked
package dev.natsfleet.logs.receiver.output;

import org.jspecify.annotations.NullMarked;
