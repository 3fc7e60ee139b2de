/**
 * The receiver's settings.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.settings.ReceiverSettings#from}, called once with
 * the process's environment. Way out: one checked record.
 */
@NullMarked
package dev.natsfleet.logs.receiver.settings;

import org.jspecify.annotations.NullMarked;
