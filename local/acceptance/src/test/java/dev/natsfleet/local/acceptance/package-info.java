/**
 * What only a whole fleet can show: real API server, nats-servers, DynamoDB Local, operator and
 * agents, each its own process, in the emulated cloud. Way in: {@link
 * dev.natsfleet.local.acceptance.SharedFleet} hands the one fleet to each class, {@link
 * dev.natsfleet.local.acceptance.FleetFixture#apply} gives it a cluster. Way out: {@link
 * dev.natsfleet.local.acceptance.ClusterUnderTest}.
 */
@NullMarked
package dev.natsfleet.local.acceptance;

import org.jspecify.annotations.NullMarked;
