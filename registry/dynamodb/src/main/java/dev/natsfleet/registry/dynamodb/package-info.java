/**
 * The registry in DynamoDB: the nodes table keeps the aws-nats contract, the control table holds
 * the rest.
 *
 * <p>Way in: {@link dev.natsfleet.registry.dynamodb.DynamoRegistry#open}, with a client of {@link
 * dev.natsfleet.registry.dynamodb.DynamoClients}. Way out: the ports of {@code
 * dev.natsfleet.registry}, and {@code PortException} for everything that DynamoDB refuses. Every
 * write is one conditional call, every read is strongly consistent, and nothing is retried but by
 * the client.
 */
@NullMarked
package dev.natsfleet.registry.dynamodb;

import org.jspecify.annotations.NullMarked;
