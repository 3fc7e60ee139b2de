/**
 * The settings of the shipper.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.settings.ShipperSettings#from}, called once with the
 * environment of the process. Way out: one record, checked as a whole.
 */
@NullMarked
package dev.natsfleet.logs.shipper.settings;

import org.jspecify.annotations.NullMarked;
