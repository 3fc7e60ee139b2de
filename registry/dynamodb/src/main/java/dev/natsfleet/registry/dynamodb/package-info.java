/**
 * The registry in DynamoDB: the nodes table keeps the aws-nats contract, the control table holds
 * everything else.
 *
 * <p>Way in: {@link dev.natsfleet.registry.dynamodb.DynamoRegistry#open}, with a client of {@link
 * dev.natsfleet.registry.dynamodb.DynamoClients}. Way out: the ports of {@code
 * dev.natsfleet.registry}, and {@code PortException} for everything that DynamoDB refuses. Every
 * write is one conditional call, every read is strongly consistent, and only the client retries.
 */
@NullMarked
package dev.natsfleet.registry.dynamodb;

import org.jspecify.annotations.NullMarked;
