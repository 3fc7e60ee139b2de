/**
 * Calls over the network: how long they take, and what becomes of them while something is wrong.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.call.CallFaults#add}, for as long as a fault lasts.
 * Way out: {@link dev.natsfleet.simulation.call.CallFaults#find}, which every caller asks before
 * each of its calls.
 */
@NullMarked
package dev.natsfleet.simulation.call;

import org.jspecify.annotations.NullMarked;
