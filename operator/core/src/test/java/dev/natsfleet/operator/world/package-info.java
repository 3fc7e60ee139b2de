/**
 * A world in memory that behaves: its group launches and terminates over virtual time, its agents
 * register, serve, obey and leave.
 *
 * <p>Way in: {@link dev.natsfleet.operator.world.FakeWorld}. Way out: its ports, and what became of
 * them.
 */
@NullMarked
package dev.natsfleet.operator.world;

import org.jspecify.annotations.NullMarked;
