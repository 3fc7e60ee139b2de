/**
 * The NATS cluster as its applications see it, through the official Java client.
 *
 * <p>Way in: server URLs. Way out: {@link dev.natsfleet.local.client.Crossing}, whether messages
 * cross between every pair of servers, and {@link dev.natsfleet.local.client.Listener}, for how
 * long a subscriber with reconnect heard nothing.
 */
@NullMarked
package dev.natsfleet.local.client;

import org.jspecify.annotations.NullMarked;
