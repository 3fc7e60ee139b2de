/**
 * What only a whole fleet can show: real API server, nats-servers, DynamoDB Local, operator and
 * agents, each its own process, in the emulated cloud. Way in: {@link
 * dev.natsfleet.local.whole.Stage#open} starts a fleet, {@link
 * dev.natsfleet.local.whole.Stage#apply} gives it a cluster. Way out: {@link
 * dev.natsfleet.local.whole.Trial}.
 */
@NullMarked
package dev.natsfleet.local.whole;

import org.jspecify.annotations.NullMarked;
