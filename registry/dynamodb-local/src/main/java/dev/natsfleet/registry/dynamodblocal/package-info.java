/**
 * DynamoDB Local as a process of its own, for tests and for the fleet on one machine.
 *
 * <p>Way in: {@link dev.natsfleet.registry.dynamodblocal.DynamoLocal#start()}. Way out: an endpoint
 * on a loopback address. The process ends with {@code close()}, or when the process that started it
 * ends.
 */
@NullMarked
package dev.natsfleet.registry.dynamodblocal;

import org.jspecify.annotations.NullMarked;
