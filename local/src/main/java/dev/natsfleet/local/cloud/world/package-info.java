/**
 * What all services of the emulated cloud share: the virtual clock and its timers, the seeded ids,
 * the catalogue of subnets and images, and the effects that wait to be carried out.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.world.World}, one per cloud, used only by the cloud's
 * owner; describe calls read a {@link dev.natsfleet.local.cloud.world.PropagatedView}, which is as
 * late as {@link dev.natsfleet.local.cloud.world.Realism} says. Way out: {@link
 * dev.natsfleet.local.cloud.effect.Effect}s. No wall clock, no thread, no I/O.
 */
@NullMarked
package dev.natsfleet.local.cloud.world;

import org.jspecify.annotations.NullMarked;
