/**
 * What became of a log whose name stands for another file, or for the same one emptied.
 *
 * <p>Way in: a {@link dev.natsfleet.logs.shipper.rotation.RotationObservation}, which holds all
 * that was read of the files before. Way out: a {@link
 * dev.natsfleet.logs.shipper.rotation.RotationOutcome}, which is applied only when a second look
 * finds the same files. The order of the rotated names is the proof of what is new, the bytes are
 * the proof of what belongs to a generation.
 *
 * <p>Pure: no clock and no file is read here. It knows package {@code identity} only.
 */
@NullMarked
package dev.natsfleet.logs.shipper.rotation;

import org.jspecify.annotations.NullMarked;
