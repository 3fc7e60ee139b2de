/**
 * The NATS cluster as its applications see it, through the official Java client.
 *
 * <p>Way in: server URLs, given to {@link dev.natsfleet.local.client.PairwiseDelivery}, {@link
 * dev.natsfleet.local.client.DeliveryGapProbe} or {@link dev.natsfleet.local.client.ServerProbe}.
 * Way out: pairs of servers without delivery, the longest gap that a subscriber saw, and whether a
 * server answers.
 */
@NullMarked
package dev.natsfleet.local.client;

import org.jspecify.annotations.NullMarked;
