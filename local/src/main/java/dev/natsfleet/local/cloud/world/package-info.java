/**
 * What all services of the emulated cloud share: the virtual clock and its timers, the seeded ids,
 * the catalogue of subnets and images, the effects that wait to be carried out.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.world.World}, one per cloud, confined to whoever owns
 * the cloud. No wall clock, no thread, no I/O.
 */
@NullMarked
package dev.natsfleet.local.cloud.world;

import org.jspecify.annotations.NullMarked;
