/**
 * Who is compared, and how a race is run.
 *
 * <p>Way in: {@link dev.natsfleet.bench.race.Race}, rounds in which every contestant runs once. Way
 * out: a table of {@link dev.natsfleet.bench.race.Outcome}s.
 */
@NullMarked
package dev.natsfleet.bench.race;

import org.jspecify.annotations.NullMarked;
