/**
 * Drives the emulated cloud in real time: one lock, one thread for its clock, effects on virtual
 * threads.
 *
 * <p>Way in: {@link dev.natsfleet.local.driver.CloudDriver}. Way out: results of its calls, and
 * calls of a {@link dev.natsfleet.local.cloud.effect.MachineHost}.
 */
@NullMarked
package dev.natsfleet.local.driver;

import org.jspecify.annotations.NullMarked;
