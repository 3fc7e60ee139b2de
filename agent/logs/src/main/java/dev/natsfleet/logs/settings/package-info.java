/**
 * What the environment says to shipper and receiver.
 *
 * <p>Way in: {@link dev.natsfleet.logs.settings.ShipperSettings#from} and {@link
 * dev.natsfleet.logs.settings.ReceiverSettings#from}, each called once with the process's
 * environment. Way out: one record per program, or {@link
 * dev.natsfleet.logs.settings.SettingsException} with every problem at once. {@link
 * dev.natsfleet.logs.settings.Variable} is the table of all names; the reference page is generated
 * from it.
 */
@NullMarked
package dev.natsfleet.logs.settings;

import org.jspecify.annotations.NullMarked;
