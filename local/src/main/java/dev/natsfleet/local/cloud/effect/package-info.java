/**
 * The changes that the emulated cloud requests of machines.
 *
 * <p>Way in: the cloud returns {@link dev.natsfleet.local.cloud.effect.Effect}s. Way out: the
 * driver carries them out on a {@link dev.natsfleet.local.cloud.effect.MachineHost} and reports the
 * end of each machine to the cloud.
 */
@NullMarked
package dev.natsfleet.local.cloud.effect;

import org.jspecify.annotations.NullMarked;
