/**
 * What the emulated cloud wants done to the world outside it.
 *
 * <p>Way in: the cloud gives {@link dev.natsfleet.local.cloud.effect.Effect}s. Way out: somebody
 * carries them out on {@link dev.natsfleet.local.cloud.effect.Instances} and reports the end of a
 * machine back to the cloud.
 */
@NullMarked
package dev.natsfleet.local.cloud.effect;

import org.jspecify.annotations.NullMarked;
