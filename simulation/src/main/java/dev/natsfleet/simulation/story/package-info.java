/**
 * Stories: what a cluster is like at first, and what goes wrong with it, as text that people read.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.story.Story#parse}, or {@link
 * dev.natsfleet.simulation.story.Story#draw} from a seed. Way out: the faults of one run, and their
 * text again.
 */
@NullMarked
package dev.natsfleet.simulation.story;

import org.jspecify.annotations.NullMarked;
