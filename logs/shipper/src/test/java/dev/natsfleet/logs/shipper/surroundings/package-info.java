/**
 * Random trees of log files with writers, rotations and people in them, read by the real reading
 * side of the shipper under a virtual clock.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.surroundings.SurroundingsStory}, a list of steps in
 * plain words, drawn from a seed or read from a file; {@link
 * dev.natsfleet.logs.shipper.surroundings.StepKinds} has all the words. Way out: {@link
 * dev.natsfleet.logs.shipper.surroundings.SurroundingsRun} plays a story and lists what is wrong,
 * according to {@link dev.natsfleet.logs.shipper.surroundings.KnowableLines}: what arrived is what
 * was knowable, in order and once, and everything else is told as lost.
 */
@NullMarked
package dev.natsfleet.logs.shipper.surroundings;

import org.jspecify.annotations.NullMarked;
